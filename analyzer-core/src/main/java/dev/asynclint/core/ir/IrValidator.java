package dev.asynclint.core.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States the contract of a unit, whatever front end made it:
 *
 * <ul>
 *   <li>callable ids and type names are unique and not empty;
 *   <li>operation numbers are unique within a callable, and a result is used only behind the
 *       operation that gave it: in the same or an enclosing block, or anywhere behind it as part of
 *       a {@link Value.Choice} or {@link Value.Logic};
 *   <li>closures name callables of the unit that are closures and stand in the callable that uses
 *       them; enclosing callables and types exist;
 *   <li>locals and parameters are declared by the callable or by one around it;
 *   <li>anchors lie within their elements, elements within the file;
 *   <li>nothing is null, and every type has a name.
 * </ul>
 */
public final class IrValidator {
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Callable> callables = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private Callable callable;
  private Set<Integer> seen;

  private IrValidator() {}

  /** Every breach of the contract, in the order of the unit; empty for a sound unit. */
  public static List<String> validate(Unit unit) {
    IrValidator validator = new IrValidator();
    validator.unit(unit);
    return List.copyOf(validator.violations);
  }

  private void fault(String message) {
    violations.add((callable == null ? "" : callable.id() + ": ") + message);
  }

  private void check(boolean holds, String message) {
    if (!holds) {
      fault(message);
    }
  }

  private void unit(Unit unit) {
    check(!unit.file().isEmpty(), "the unit has no file name");
    for (TypeDecl type : unit.types()) {
      check(types.add(type.name()), "type declared twice: " + type.name());
    }
    for (Callable one : unit.callables()) {
      check(callables.put(one.id(), one) == null, "callable declared twice: " + one.id());
    }
    for (TypeDecl type : unit.types()) {
      check(!type.name().isEmpty(), "a type has no name");
      origin(type.origin(), "type " + type.name());
      type.supertypes().forEach(name -> named(name, "supertype of " + type.name()));
      check(
          type.enclosing().isEmpty() || types.contains(type.enclosing()),
          "type " + type.name() + " stands in an unknown type " + type.enclosing());
      check(
          type.enclosingCallable().isEmpty() || callables.containsKey(type.enclosingCallable()),
          "type " + type.name() + " stands in an unknown callable " + type.enclosingCallable());
      for (TypeDecl.Field field : type.fields()) {
        named(field.type(), "type of field " + field.name());
        origin(field.origin(), "field " + field.name());
        check(
            field.value() instanceof Value.Const || field.value() == Value.UNKNOWN,
            "field " + field.name() + " has a value that is neither constant nor unknown");
      }
    }
    unit.callables().forEach(this::callable);
  }

  private void callable(Callable one) {
    callable = one;
    seen = new HashSet<>();
    check(!one.id().isEmpty() && !one.name().isEmpty(), "a callable has no name");
    check(types.contains(one.owner()), "belongs to an unknown type " + one.owner());
    named(one.returns(), "result");
    check(
        one.enclosing().isEmpty() || callables.containsKey(one.enclosing()),
        "stands in an unknown callable " + one.enclosing());
    check(!one.isClosure() || !one.enclosing().isEmpty(), "a closure stands in no callable");
    check(one.hasBody() || one.body().ops().isEmpty(), "has steps but no body");
    origin(one.origin(), "callable");
    Set<String> names = new HashSet<>();
    List<Callable.Variable> variables = new ArrayList<>(one.params());
    variables.addAll(one.locals());
    for (Callable.Variable variable : variables) {
      check(names.add(variable.name()), "variable declared twice: " + variable.name());
      named(variable.type(), "type of variable " + variable.name());
      origin(variable.origin(), "variable " + variable.name());
    }
    for (Callable.Capture capture : one.captures()) {
      boolean variable =
          capture.variable() instanceof Value.Local
              || capture.variable() instanceof Value.Param
              || capture.variable() instanceof Value.This;
      check(variable, "captures what is no variable");
      check(!one.enclosing().isEmpty(), "captures but stands in no callable");
      origin(capture.origin(), "capture");
    }
    ops(one.body().ops(), new HashSet<>());
    callable = null;
  }

  /** Steps of one block; {@code known} holds the results the block may use, and grows. */
  private void ops(List<Op> ops, Set<Integer> known) {
    ops.forEach(op -> op(op, known));
  }

  private void block(Op.Block block, Set<Integer> known) {
    origin(block.origin(), "block");
    ops(block.ops(), new HashSet<>(known));
  }

  private void op(Op op, Set<Integer> known) {
    String what = op.getClass().getSimpleName();
    origin(op.origin(), what);
    if (op instanceof Op.Call call) {
      value(call.receiver(), known, false);
      call.args().forEach(arg -> value(arg, known, false));
      named(call.type(), "result of call " + call.target().name());
      target(call.target(), call.args().size());
      result(call.result(), known);
    } else if (op instanceof Op.New make) {
      make.args().forEach(arg -> value(arg, known, false));
      named(make.type(), "created type");
      target(make.target(), make.args().size());
      result(make.result(), known);
    } else if (op instanceof Op.Make make) {
      closure(make.callable());
      named(make.type(), "functional interface");
    } else if (op instanceof Op.Read read) {
      value(read.place(), known, false);
    } else if (op instanceof Op.Write write) {
      value(write.place(), known, false);
      value(write.value(), known, false);
    } else if (op instanceof Op.Return end) {
      value(end.value(), known, false);
    } else if (op instanceof Op.Throw end) {
      value(end.value(), known, false);
    } else {
      structure(op, known);
    }
  }

  private void structure(Op op, Set<Integer> known) {
    if (op instanceof Op.Block block) {
      block(block, known);
    } else if (op instanceof Op.Branch branch) {
      value(branch.condition(), known, false);
      branch.arms().forEach(arm -> block(arm, known));
    } else if (op instanceof Op.Loop loop) {
      Set<Integer> inside = new HashSet<>(known);
      ops(loop.body().ops(), inside);
      value(loop.subject(), inside, false);
      value(loop.bound(), inside, false);
      value(loop.variable(), inside, false);
    } else if (op instanceof Op.Try attempt) {
      Set<Integer> inside = new HashSet<>(known);
      ops(attempt.resources().ops(), inside);
      block(attempt.body(), inside);
      for (Op.Catch clause : attempt.catches()) {
        check(!clause.types().isEmpty(), "a catch clause catches nothing");
        clause.types().forEach(type -> named(type, "caught type"));
        block(clause.body(), known);
      }
      block(attempt.finallyBlock(), known);
    } else if (op instanceof Op.Sync sync) {
      value(sync.lock(), known, false);
      block(sync.body(), known);
    } else if (op instanceof Op.Opaque opaque) {
      check(!opaque.what().isEmpty(), "something not modelled has no name");
      ops(opaque.kids(), known);
    }
  }

  private void result(int number, Set<Integer> known) {
    check(seen.add(number), "operation number given twice: " + number);
    known.add(number);
  }

  private void target(Target target, int args) {
    check(target.arity() == args, "target " + target.name() + " has another arity than its call");
    check(!target.name().isEmpty(), "a target has no name");
    if (target instanceof Target.OneOf some) {
      check(some.targets().size() > 1, "a choice of targets has no choice");
    }
  }

  private void closure(String id) {
    Callable one = callables.get(id);
    if (one == null) {
      fault("names an unknown closure " + id);
    } else {
      check(one.isClosure(), "uses as closure what is none: " + id);
      check(one.enclosing().equals(callable.id()), "uses a closure that stands elsewhere: " + id);
    }
  }

  private void value(Value value, Set<Integer> known, boolean merged) {
    if (value instanceof Value.Result result) {
      boolean before = merged ? seen.contains(result.op()) : known.contains(result.op());
      check(before, "uses result " + result.op() + " where it is not known");
    } else if (value instanceof Value.Local local) {
      check(declares(local.name(), false), "uses an undeclared local " + local.name());
    } else if (value instanceof Value.Param param) {
      check(declares(param.name(), true), "uses an undeclared parameter " + param.name());
    } else if (value instanceof Value.Field field) {
      value(field.base(), known, merged);
      named(field.type(), "type of field " + field.name());
      check(depth(field) <= 3, "a field is more than three deep: " + field.name());
    } else if (value instanceof Value.Element element) {
      value(element.array(), known, merged);
    } else if (value instanceof Value.Closure closure) {
      closure(closure.callable());
    } else if (value instanceof Value.Logic logic) {
      boolean one = logic.kind() == Value.Logic.Kind.NOT;
      check(one == (logic.operands().size() == 1), "a condition has the wrong number of operands");
      logic.operands().forEach(operand -> value(operand, known, true));
    } else if (value instanceof Value.Choice choice) {
      choice.options().forEach(option -> value(option, known, true));
    } else if (value instanceof Value.TypeName type) {
      named(type.type(), "type used as a value");
    } else if (value == null) {
      fault("a value is null");
    }
  }

  private static int depth(Value value) {
    return value instanceof Value.Field field ? 1 + depth(field.base()) : 0;
  }

  private boolean declares(String name, boolean param) {
    for (Callable one = callable; one != null; one = callables.get(one.enclosing())) {
      List<Callable.Variable> variables = param ? one.params() : one.locals();
      if (variables.stream().anyMatch(variable -> variable.name().equals(name))) {
        return true;
      }
    }
    return false;
  }

  private void named(String type, String what) {
    check(type != null && !type.isEmpty(), what + " has no name");
  }

  private void origin(Origin origin, String what) {
    boolean ordered =
        origin.start() >= 0
            && origin.start() <= origin.anchor()
            && origin.anchor() <= Math.max(origin.start(), origin.end())
            && origin.start() <= origin.end();
    check(ordered, what + " has a position out of order: " + origin);
  }
}
