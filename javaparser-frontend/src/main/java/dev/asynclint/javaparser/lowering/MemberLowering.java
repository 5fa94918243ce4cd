package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.resolve.TypeScope;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lowers the members of a type: methods, constructors, fields and initialisers. */
final class MemberLowering {
  private final FileLowering in;
  private final AnnotationLowering annotations;
  private final InitialiserLowering initialisers;

  MemberLowering(FileLowering in) {
    this.in = in;
    this.annotations = new AnnotationLowering(in);
    this.initialisers = new InitialiserLowering(in, this);
  }

  List<Annotation> annotations(NodeList<AnnotationExpr> list) {
    return annotations.lower(list);
  }

  /** Adds the callables of a type whose scope is open. */
  void lower(
      String owner,
      TypeDecl.Kind kind,
      NodeList<BodyDeclaration<?>> members,
      NodeList<EnumConstantDeclaration> constants) {
    initialisers.lower(owner, kind, members, constants, true);
    initialisers.lower(owner, kind, members, constants, false);
    for (BodyDeclaration<?> member : members) {
      if (member instanceof MethodDeclaration method) {
        method(owner, kind, method);
      } else if (member instanceof ConstructorDeclaration constructor) {
        constructor(owner, constructor);
      } else if (member instanceof CompactConstructorDeclaration constructor) {
        compact(owner, constructor);
      } else if (member instanceof AnnotationMemberDeclaration element) {
        element(owner, element);
      } else if (member instanceof TypeDeclaration<?> type) {
        in.types.nested(type);
      }
    }
  }

  private record Param(String name, TypeSig type, List<Annotation> annotations, Origin origin) {}

  private List<Param> params(NodeList<Parameter> params, TypeScope types) {
    List<Param> found = new ArrayList<>();
    for (Parameter param : params) {
      TypeSig type = types.resolve(AstTypes.raw(param.getType()));
      found.add(
          new Param(
              param.getNameAsString(),
              param.isVarArgs() ? new TypeSig.Array(type) : type,
              annotations(param.getAnnotations()),
              in.at.of(param, param.getName())));
    }
    return found;
  }

  private void method(String owner, TypeDecl.Kind kind, MethodDeclaration m) {
    TypeScope types = in.scope.types.withVariables(AstTypes.params(m.getTypeParameters()));
    Set<String> modifiers = new LinkedHashSet<>(TypeLowering.modifiers(m.getModifiers()));
    boolean isInterface = kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
    if (isInterface && m.getBody().isEmpty()) {
      modifiers.add("abstract");
    }
    if (m.getParameters().stream().anyMatch(Parameter::isVarArgs)) {
      modifiers.add("varargs");
    }
    callable(
        new Declared(
            owner,
            m.getNameAsString(),
            Callable.Kind.METHOD,
            annotations(m.getAnnotations()),
            modifiers,
            types.resolve(AstTypes.raw(m.getType())),
            m.getBody().orElse(null),
            in.at.of(m, m.getName())),
        params(m.getParameters(), types),
        types);
  }

  private void constructor(String owner, ConstructorDeclaration c) {
    TypeScope types = in.scope.types.withVariables(AstTypes.params(c.getTypeParameters()));
    Set<String> modifiers = new LinkedHashSet<>(TypeLowering.modifiers(c.getModifiers()));
    if (c.getParameters().stream().anyMatch(Parameter::isVarArgs)) {
      modifiers.add("varargs");
    }
    callable(
        new Declared(
            owner,
            "<init>",
            Callable.Kind.CONSTRUCTOR,
            annotations(c.getAnnotations()),
            modifiers,
            Sigs.VOID,
            c.getBody(),
            in.at.of(c, c.getName())),
        params(c.getParameters(), types),
        types);
  }

  /** The parameters of a compact constructor are the components. */
  private void compact(String owner, CompactConstructorDeclaration c) {
    List<Param> params = new ArrayList<>();
    ClassInfo info = in.project.table.info(owner);
    Origin origin = in.at.of(c, c.getName());
    for (ClassInfo.FieldInfo field :
        info == null ? List.<ClassInfo.FieldInfo>of() : info.fields()) {
      if ((field.flags() & Flags.STATIC) == 0) {
        params.add(new Param(field.name(), field.type(), List.of(), origin));
      }
    }
    callable(
        new Declared(
            owner,
            "<init>",
            Callable.Kind.CONSTRUCTOR,
            annotations(c.getAnnotations()),
            TypeLowering.modifiers(c.getModifiers()),
            Sigs.VOID,
            c.getBody(),
            origin),
        params,
        in.scope.types);
  }

  private void element(String owner, AnnotationMemberDeclaration e) {
    callable(
        new Declared(
            owner,
            e.getNameAsString(),
            Callable.Kind.METHOD,
            annotations(e.getAnnotations()),
            Set.of("abstract"),
            in.scope.types.resolve(AstTypes.raw(e.getType())),
            null,
            in.at.of(e, e.getName())),
        List.of(),
        in.scope.types);
  }

  /** A callable without its frame. */
  record Declared(
      String owner,
      String name,
      Callable.Kind kind,
      List<Annotation> annotations,
      Set<String> modifiers,
      TypeSig returns,
      BlockStmt body,
      Origin origin) {}

  private void callable(Declared declared, List<Param> params, TypeScope types) {
    StringBuilder id = new StringBuilder(declared.owner).append('.').append(declared.name);
    id.append('(');
    for (int i = 0; i < params.size(); i++) {
      id.append(i == 0 ? "" : ",").append(types.erase(params.get(i).type()));
    }
    Frame frame =
        new Frame(in.unique(id.append(')').toString()), declared.kind, declared.owner, in.frame);
    frame.expected = declared.returns;
    Scope scope = in.scope.callable(frame, types.withLocals());
    Op.Block[] body = {Op.Block.EMPTY};
    Runnable lowering =
        () -> {
          for (Param param : params) {
            in.param(param.name(), param.type(), param.annotations(), param.origin());
          }
          if (declared.body != null) {
            in.statements.all(declared.body.getStatements());
          }
        };
    if (declared.body == null) {
      in.inside(frame, scope, null, lowering);
    } else {
      body[0] = in.inside(frame, scope, declared.body, lowering);
    }
    add(frame, declared, types.erase(declared.returns), body[0], declared.body != null);
  }

  /** Adds the callable of a frame to the unit. */
  void add(Frame frame, Declared declared, String returns, Op.Block body, boolean hasBody) {
    in.add(
        new Callable(
            frame.id,
            declared.kind,
            declared.owner,
            declared.name,
            frame.params,
            declared.annotations,
            declared.modifiers,
            frame.enclosing == null ? "" : frame.enclosing.id,
            frame.captures(),
            frame.locals,
            returns,
            body,
            hasBody,
            declared.origin));
  }

  /** A field; its value where it is a constant. */
  TypeDecl.Field field(FieldDeclaration field, VariableDeclarator variable, TypeDecl.Kind kind) {
    TypeSig type = in.scope.types.resolve(AstTypes.raw(variable.getType()));
    Set<String> modifiers = new LinkedHashSet<>(TypeLowering.modifiers(field.getModifiers()));
    if (kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION) {
      modifiers.addAll(List.of("static", "final"));
    }
    Value value = Value.UNKNOWN;
    if (modifiers.contains("final") && variable.getInitializer().isPresent()) {
      Object constant = in.project.constants.fold(variable, in.scope.className(), type);
      value = constant == null ? Value.UNKNOWN : in.shared(new Value.Const(constant));
    }
    return new TypeDecl.Field(
        variable.getNameAsString(),
        in.erase(type),
        modifiers,
        annotations(field.getAnnotations()),
        value,
        in.at.of(variable, variable.getName()));
  }
}
