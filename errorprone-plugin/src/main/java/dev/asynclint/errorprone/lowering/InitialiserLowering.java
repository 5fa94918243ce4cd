package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Gathers field initialisers, initialiser blocks and enum constants into callables. */
final class InitialiserLowering {
  private final FileLowering in;
  private final MemberLowering members;

  InitialiserLowering(FileLowering in, MemberLowering members) {
    this.in = in;
    this.members = members;
  }

  /** Adds the callable of the static or the instance initialisers, when there are any. */
  void lower(String owner, TypeDecl.Kind kind, ClassTree declaration, boolean isStatic) {
    String name = isStatic ? "<clinit>" : "<fields>";
    Frame frame = new Frame(owner + "." + name, Callable.Kind.INITIALISER, owner, in.frame);
    List<Tree> parts = new ArrayList<>();
    boolean isInterface = kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
    for (Tree member : declaration.getMembers()) {
      if (member instanceof BlockTree block && block.isStatic() == isStatic
          || member instanceof VariableTree v
              && v.getInitializer() != null
              && in.at.isWritten(v)
              && (isInterface || isStatic(v)) == isStatic) {
        parts.add(member);
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    Op.Block steps = in.inside(frame, parts.get(0), () -> parts.forEach(this::part));
    int start = origin(parts.get(0)).start();
    int end = parts.stream().mapToInt(part -> origin(part).end()).max().orElse(0);
    Origin origin = new Origin(start, Math.max(start, end), start);
    members.add(
        frame,
        new MemberLowering.Declared(
            name, List.of(), isStatic ? Set.of("static") : Set.of(), "void", origin),
        new Op.Block(origin, steps.ops()),
        true);
  }

  private boolean isStatic(VariableTree v) {
    return in.known.isEnumConstant(v) || v.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private Origin origin(Tree part) {
    return part instanceof VariableTree v && !in.known.isEnumConstant(v)
        ? in.at.declarator(v)
        : in.at.of(part);
  }

  private void part(Tree part) {
    if (part instanceof BlockTree block) {
      in.statements.lower(block);
      return;
    }
    VariableTree v = (VariableTree) part;
    boolean isConstant = in.known.isEnumConstant(v);
    Value base =
        in.frame.id.endsWith("<clinit>")
            ? in.shared(new Value.TypeName(in.frame.owner))
            : Value.THIS;
    Origin origin = isConstant ? in.at.of(v, in.at.name(v)) : in.at.declarator(v);
    Value value =
        isConstant && v.getInitializer() instanceof NewClassTree creation
            ? in.creations.create(creation, origin)
            : in.expressions.lower(v.getInitializer());
    String type = isConstant ? in.frame.owner : in.type(v);
    Value place = in.shared(new Value.Field(base, in.known.words.of(v.getName()), type));
    in.emit(new Op.Write(origin, place, value));
  }
}
