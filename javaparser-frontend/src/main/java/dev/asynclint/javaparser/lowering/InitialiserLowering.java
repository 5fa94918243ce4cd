package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers field initialisers, initialiser blocks and enum constants into callables. */
final class InitialiserLowering {
  private final FileLowering in;
  private final MemberLowering members;

  InitialiserLowering(FileLowering in, MemberLowering members) {
    this.in = in;
    this.members = members;
  }

  /** Adds the callable of the static or the instance initialisers, when there are any. */
  void lower(
      String owner,
      TypeDecl.Kind kind,
      NodeList<BodyDeclaration<?>> bodies,
      NodeList<EnumConstantDeclaration> constants,
      boolean isStatic) {
    String name = isStatic ? "<clinit>" : "<fields>";
    Frame frame = new Frame(owner + "." + name, Callable.Kind.INITIALISER, owner, in.frame);
    Scope scope = in.scope.callable(frame, in.scope.types.withLocals());
    List<Node> parts = new ArrayList<>();
    if (isStatic) {
      parts.addAll(constants);
    }
    boolean isInterface = kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
    for (BodyDeclaration<?> member : bodies) {
      if (member instanceof InitializerDeclaration block && block.isStatic() == isStatic) {
        parts.add(block.getBody());
      } else if (member instanceof FieldDeclaration field
          && (isInterface || field.isStatic()) == isStatic) {
        for (VariableDeclarator variable : field.getVariables()) {
          if (variable.getInitializer().isPresent()) {
            parts.add(variable);
          }
        }
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    Node first = parts.get(0);
    Op.Block steps = in.inside(frame, scope, first, () -> parts.forEach(this::part));
    int end = parts.stream().mapToInt(in.at::end).max().orElse(0);
    int start = in.at.start(first);
    Origin origin = new Origin(start, Math.max(start, end), start);
    MemberLowering.Declared declared =
        new MemberLowering.Declared(
            owner,
            name,
            Callable.Kind.INITIALISER,
            List.of(),
            isStatic ? Set.of("static") : Set.of(),
            Sigs.VOID,
            null,
            origin);
    members.add(frame, declared, "void", new Op.Block(origin, steps.ops()), true);
  }

  private void part(Node part) {
    if (part instanceof VariableDeclarator variable) {
      TypeSig type = in.scope.types.resolve(AstTypes.raw(variable.getType()));
      Typed value = in.statements.initial(variable.getInitializer().orElseThrow(), type);
      Value base =
          in.frame.id.endsWith("<clinit>")
              ? in.shared(new Value.TypeName(in.frame.owner))
              : Value.THIS;
      String name = variable.getNameAsString();
      Value place = in.shared(new Value.Field(base, name, in.erase(type)));
      in.emit(new Op.Write(in.at.of(variable, variable.getName()), place, value.value()));
    } else if (part instanceof EnumConstantDeclaration constant) {
      enumConstant(constant);
    } else if (part instanceof BlockStmt block) {
      in.statements.lower(block);
    }
  }

  private void enumConstant(EnumConstantDeclaration e) {
    String owner = in.frame.owner;
    TypeSig type = TypeSig.named(owner);
    ArgumentLowering.Result args =
        in.arguments.lower(
            in.project.table.methods(owner, "<init>"), e.getArguments(), List.of(), type);
    String created =
        e.getClassBody().isEmpty()
            ? owner
            : in.types.anonymous(e, e.getName(), type, e.getClassBody());
    Typed value =
        in.creations.create(
            e, e.getName(), created, in.calls.constructor(type, args), args.values(), type);
    Value base = in.shared(new Value.TypeName(owner));
    Value place = in.shared(new Value.Field(base, e.getNameAsString(), owner));
    in.emit(new Op.Write(in.at.of(e, e.getName()), place, value.value()));
  }
}
