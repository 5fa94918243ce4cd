package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Argument;
import dev.asynclint.javaparser.resolve.Certainty;
import dev.asynclint.javaparser.resolve.Inference;
import dev.asynclint.javaparser.resolve.Method;
import dev.asynclint.javaparser.resolve.Overloads;
import dev.asynclint.javaparser.resolve.Shape;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers arguments and chooses the method they go to. Plain arguments come first, since they tell
 * what the parameters of closures are; the steps still end up in source order.
 */
final class ArgumentLowering {
  private final FileLowering in;

  ArgumentLowering(FileLowering in) {
    this.in = in;
  }

  /** What became of the arguments. */
  record Result(List<Value> values, List<Method> methods, Inference inference) {
    /** The one method that can be meant; null when there are none or several. */
    Method method() {
      return methods.size() == 1 ? methods.get(0) : null;
    }
  }

  private final class Call {
    final List<Method> candidates = new ArrayList<>();
    final List<Expression> args;
    final List<TypeSig> explicit;
    final TypeSig expected;
    final Value[] values;
    final List<List<Op>> steps = new ArrayList<>();
    final List<Argument> arguments = new ArrayList<>();
    final String[] closureIds;
    final ClosureLowering.Closure[] closures;

    Call(List<Method> candidates, List<Expression> args, List<TypeSig> explicit, TypeSig expected) {
      for (Method method : candidates) {
        if (method.accepts(args.size())) {
          this.candidates.add(method);
        }
      }
      this.args = args;
      this.explicit = explicit;
      this.expected = expected;
      this.values = new Value[args.size()];
      this.closureIds = new String[args.size()];
      this.closures = new ClosureLowering.Closure[args.size()];
    }

    Inference inference(Method method) {
      Inference inference = new Inference(in.project.table, in::bound);
      if (method != null && explicit.size() == method.vars().size()) {
        for (int i = 0; i < explicit.size(); i++) {
          inference.set(method.vars().get(i).name(), explicit.get(i));
        }
      }
      return inference;
    }

    Inference inference(Method method, boolean spread) {
      Inference inference = inference(method);
      if (method != null) {
        inference.expect(method.returns(), expected);
        for (int i = 0; i < arguments.size(); i++) {
          if (arguments.get(i).shape() == null) {
            inference.argument(method.param(i, spread), arguments.get(i).type());
          }
        }
      }
      return inference;
    }
  }

  /**
   * Lowers the arguments of one call.
   *
   * @param candidates methods of the right name, whatever their arity
   * @param explicit type arguments written at the call
   * @param expected what the call's result is wanted for
   */
  Result lower(
      List<Method> candidates, List<Expression> args, List<TypeSig> explicit, TypeSig expected) {
    Call call = new Call(candidates, args, explicit, expected);
    if (call.candidates.size() > 1) {
      glance(call);
    }
    Method sole = call.candidates.size() == 1 ? call.candidates.get(0) : null;
    Inference inference = call.inference(sole);
    if (sole != null) {
      inference.expect(sole.returns(), expected);
    }
    for (int i = 0; i < args.size(); i++) {
      plain(call, i, sole, inference);
    }
    Overloads.Choice choice =
        sole != null && !sole.isVarArgs()
            ? new Overloads.Choice(call.candidates, false)
            : in.project.overloads.choose(call.candidates, call.arguments, in::bound);
    List<Method> methods = choice.methods();
    inference = call.inference(methods.size() == 1 ? methods.get(0) : null, choice.spread());
    for (int i = 0; i < args.size(); i++) {
      if (call.closureIds[i] == null) {
        continue;
      }
      if (methods.size() == 1) {
        TypeSig formal = methods.get(0).param(i, choice.spread());
        closure(call, i, inference.apply(formal));
        learn(inference, formal, call.closures[i]);
      } else {
        closure(call, i, agreed(call, methods, i, choice.spread()));
        methods = refine(methods, i, choice.spread(), call.closures[i].body());
        if (methods.size() == 1) {
          inference = call.inference(methods.get(0), choice.spread());
          for (int j = 0; j <= i; j++) {
            TypeSig formal = methods.get(0).param(j, choice.spread());
            learn(inference, formal, call.closures[j]);
            retarget(call, j, inference.apply(formal));
          }
        }
      }
    }
    call.steps.forEach(in.frame::emitAll);
    return new Result(List.of(call.values), methods, inference);
  }

  /**
   * Leaves out methods that cannot take what an argument returns, so that a generic call among the
   * arguments can be told what is expected of it before it is lowered.
   */
  private void glance(Call call) {
    for (int i = 0; i < call.args.size(); i++) {
      int index = i;
      if (ExpressionLowering.strip(call.args.get(i)) instanceof MethodCallExpr inner
          && inner.getArguments().stream().anyMatch(ArgumentLowering::isClosure)) {
        TypeSig returned = in.calls.glance(inner);
        if (returned != TypeSig.UNKNOWN) {
          List<Method> left = new ArrayList<>(call.candidates);
          left.removeIf(
              m ->
                  in.project.assignability.test(
                          returned, m.param(index, false), true, v -> Sigs.OBJECT)
                      == Certainty.NO);
          if (!left.isEmpty()) {
            call.candidates.retainAll(left);
          }
        }
      }
    }
  }

  private static boolean isClosure(Expression e) {
    Expression inner = ExpressionLowering.strip(e);
    return inner instanceof LambdaExpr || inner instanceof MethodReferenceExpr;
  }

  private void plain(Call call, int i, Method sole, Inference inference) {
    Expression arg = ExpressionLowering.strip(call.args.get(i));
    List<Op> steps = new ArrayList<>();
    call.steps.add(steps);
    if (arg instanceof LambdaExpr lambda) {
      call.closureIds[i] = in.frame.nextClosure();
      call.arguments.add(new Argument(TypeSig.UNKNOWN, in.closures.shape(lambda)));
    } else if (arg instanceof MethodReferenceExpr reference) {
      call.closureIds[i] = in.frame.nextClosure();
      Shape shape = in.references.shape(reference);
      call.arguments.add(new Argument(TypeSig.UNKNOWN, shape));
    } else {
      boolean spread = sole != null && sole.isVarArgs();
      TypeSig formal = sole == null ? TypeSig.UNKNOWN : sole.param(i, spread);
      Typed[] value = new Typed[1];
      TypeSig wanted = inference.apply(formal);
      steps.addAll(in.frame.collect(() -> value[0] = in.expressions.lower(arg, wanted)));
      call.values[i] = value[0].value();
      call.arguments.add(new Argument(value[0].type(), null));
      if (sole != null) {
        inference.argument(formal, value[0].type());
      }
    }
  }

  /** A closure lowered before its target type was sure gets the right one. */
  private void retarget(Call call, int i, TypeSig target) {
    if (call.closures[i] != null) {
      call.steps
          .get(i)
          .replaceAll(
              op ->
                  op instanceof Op.Make make && make.callable().equals(call.closureIds[i])
                      ? new Op.Make(make.origin(), make.callable(), in.erase(target))
                      : op);
    }
  }

  /** Lowers a closure for a target type. */
  private void closure(Call call, int i, TypeSig target) {
    Expression arg = ExpressionLowering.strip(call.args.get(i));
    ClosureLowering.Closure[] closure = new ClosureLowering.Closure[1];
    String id = call.closureIds[i];
    call.steps
        .get(i)
        .addAll(
            in.frame.collect(
                () ->
                    closure[0] =
                        arg instanceof LambdaExpr lambda
                            ? in.closures.lambda(lambda, target, id)
                            : in.references.lower((MethodReferenceExpr) arg, target, id)));
    call.values[i] = closure[0].value().value();
    call.closures[i] = closure[0];
  }

  /** What a closure says about the variables of the method it is handed to. */
  private void learn(Inference inference, TypeSig formal, ClosureLowering.Closure closure) {
    ClosureLowering.Function function =
        closure == null ? null : in.closures.function(Sigs.bound(formal));
    if (function == null) {
      return;
    }
    for (int i = 0; i < closure.params().size() && i < function.params().size(); i++) {
      inference.argument(function.params().get(i), closure.params().get(i));
    }
    inference.argument(function.returns(), closure.body());
  }

  /** A target type for a closure when methods differ: one whose parameters all of them share. */
  private TypeSig agreed(Call call, List<Method> methods, int i, boolean spread) {
    TypeSig agreed = null;
    List<TypeSig> params = null;
    for (Method method : methods) {
      TypeSig target = Sigs.bound(call.inference(method, spread).apply(method.param(i, spread)));
      List<TypeSig> own = in.closures.params(target);
      if (own == null || params != null && !params.equals(own)) {
        return TypeSig.UNKNOWN;
      }
      // One that takes a value tells of the body what any of them could need.
      agreed = agreed == null || takesNothing(agreed) ? target : agreed;
      params = own;
    }
    return agreed == null ? TypeSig.UNKNOWN : agreed;
  }

  private boolean takesNothing(TypeSig target) {
    ClosureLowering.Function function = in.closures.function(target);
    return function != null && function.returns().equals(Sigs.VOID);
  }

  /** Keeps the methods whose functional parameter fits what the body turned out to give. */
  private List<Method> refine(List<Method> methods, int i, boolean spread, TypeSig body) {
    if (body == TypeSig.UNKNOWN) {
      return methods;
    }
    boolean nothing = body.equals(Sigs.VOID);
    List<Method> left = new ArrayList<>();
    for (Method method : methods) {
      Method function =
          Sigs.bound(method.param(i, spread)) instanceof TypeSig.Named named
              ? in.project.table.function(named.name())
              : null;
      if (function == null || function.returns().equals(Sigs.VOID) == nothing) {
        left.add(method);
      }
    }
    return left.isEmpty() ? methods : left;
  }
}
