package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Lowers creations of objects and arrays. */
final class CreationLowering {
  private final FileLowering in;

  CreationLowering(FileLowering in) {
    this.in = in;
  }

  /** {@code new T(…)}, with or without a class body. */
  Value lower(NewClassTree e) {
    if (e.getEnclosingExpression() != null) {
      in.expressions.lower(e.getEnclosingExpression());
    }
    return create(e, in.at.of(e, in.at.name(e.getIdentifier())));
  }

  /** The creation that stands at an origin, which for an enum constant is the constant. */
  Value create(NewClassTree e, Origin origin) {
    List<Value> args = in.calls.arguments(e.getArguments());
    TypeElement type = in.known.namedType(e.getIdentifier());
    String created =
        type == null ? in.known.erased(in.known.type(e.getIdentifier())) : in.known.name(type);
    Target target = in.calls.constructor(in.known.constructor(e), created, args);
    if (e.getClassBody() != null) {
      created = in.types.anonymous(e, origin);
    }
    return create(origin, created, target, args);
  }

  /** Emits a creation. */
  Value create(Origin origin, String type, Target target, List<Value> args) {
    int op = in.frame.nextResult();
    in.emit(new Op.New(origin, type, target, args, op));
    return in.shared(new Value.Result(op));
  }

  /** {@code new T[n]}, {@code new T[] {…}} and {@code {…}}. */
  Value array(NewArrayTree e) {
    String type = in.known.erased(in.known.type(e));
    if (e.getInitializers() != null) {
      return initializer(e, type);
    }
    List<Value> dimensions = new ArrayList<>();
    e.getDimensions().forEach(size -> dimensions.add(in.expressions.lower(size)));
    return newArray(e, e.getType(), type, dimensions);
  }

  private Value newArray(Tree e, Tree anchor, String type, List<Value> dimensions) {
    Target target = new Target.Unknown("<init>", dimensions.size(), type);
    return create(in.at.of(e, in.at.start(anchor)), type, target, dimensions);
  }

  /** A creation, and a write for every element that is not constant. */
  private Value initializer(NewArrayTree e, String type) {
    Value size = in.shared(new Value.Const(e.getInitializers().size()));
    Value array = newArray(e, e, type, List.of(size));
    for (ExpressionTree value : e.getInitializers()) {
      Value one = in.expressions.lower(value);
      if (!(one instanceof Value.Const)) {
        Value place = in.shared(new Value.Element(array));
        in.emit(new Op.Write(in.at.of(value), place, one));
      }
    }
    return array;
  }
}
