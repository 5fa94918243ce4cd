package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What some bodies use of a variable of a body around them: little that could be asked beforehand,
 * or more. Whatever is not known to be little counts as more.
 */
final class CaptureUse {
  private static final Set<String> WHOLE_NUMBERS =
      Set.of(
          "byte",
          "short",
          "char",
          "int",
          "long",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long");
  private static final Set<String> SMALL =
      Set.of(
          "boolean",
          "float",
          "double",
          "java.lang.Boolean",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.String");

  private final List<Body> bodies;
  private final Variable variable;
  private Asked first;
  private int elements;
  private boolean more;

  /**
   * A variable together with the body that declares it, since names are unique in a body only.
   *
   * @param value {@link Value.Local} or {@link Value.Param}
   */
  record Variable(Value value, Body declarer) {
    static Optional<Variable> of(Body from, Value value) {
      if (!(value instanceof Value.Local || value instanceof Value.Param)) {
        return Optional.empty();
      }
      Body declarer = from.declarer(name(value));
      return declarer == null ? Optional.empty() : Optional.of(new Variable(value, declarer));
    }

    String name() {
      return name(value);
    }

    /** Whether an operand of a body is, or contains, this variable. */
    boolean isIn(Body body, Value operand) {
      return Operands.mentions(operand, value) && body.declarer(name()) == declarer;
    }

    private static String name(Value value) {
      return value instanceof Value.Local local ? local.name() : ((Value.Param) value).name();
    }
  }

  /**
   * One small thing asked of a variable.
   *
   * @param expression how it is written, without arguments
   * @param fixed whether the answer cannot change once the object is made
   */
  record Asked(Place place, String expression, boolean fixed) {}

  private CaptureUse(List<Body> bodies, Variable variable) {
    this.bodies = bodies;
    this.variable = variable;
  }

  /** The first of the few small things asked; empty when more, or nothing, is used. */
  static Optional<Asked> little(List<Body> bodies, Variable variable) {
    CaptureUse use = new CaptureUse(bodies, variable);
    for (Body body : bodies) {
      use.visit(body, body.callable.body(), false);
    }
    return use.more || use.elements > 1 ? Optional.empty() : Optional.ofNullable(use.first);
  }

  private void visit(Body body, Op op, boolean repeated) {
    for (Value operand : Operands.of(op)) {
      if (variable.isIn(body, operand)) {
        use(body, op, operand, repeated);
      }
    }
    more |= mayJoin(body, op);
    boolean inside = repeated || op instanceof Op.Loop;
    Operands.parts(op).forEach(part -> visit(body, part, inside));
  }

  /**
   * Whether the variable may be an operand of a concatenation, whose plain operands are not shown.
   * One that asks it something is taken to show all that it uses of it.
   */
  private boolean mayJoin(Body body, Op op) {
    return op instanceof Op.Opaque opaque
        && opaque.what().equals("string-concat")
        && !declaredType().endsWith("[]")
        && !usedIn(body, op);
  }

  private boolean usedIn(Body body, Op op) {
    return Operands.of(op).stream().anyMatch(operand -> variable.isIn(body, operand))
        || Operands.parts(op).stream().anyMatch(part -> usedIn(body, part));
  }

  private void use(Body body, Op op, Value operand, boolean repeated) {
    boolean length =
        operand instanceof Value.Field field
            && field.name().equals("length")
            && field.base().equals(variable.value());
    boolean element = operand instanceof Value.Element one && one.array().equals(variable.value());
    if (op instanceof Op.Read read && length) {
      note(body, read, "length".length(), ".length", true);
    } else if (op instanceof Op.Read read && element && !repeated && elementIsSmall(body)) {
      elements++;
      note(body, read, variable.name().length(), "[…]", false);
    } else if (op instanceof Op.Call call && asksLittle(body, call, operand, repeated)) {
      CallSite site = body.site(call.result());
      String suffix = "." + site.name() + (call.args().isEmpty() ? "()" : "(…)");
      note(body, call, site.name().length(), suffix, isText(declaredType()));
    } else {
      boolean place = op instanceof Op.Write write && write.place().equals(operand);
      more |= place || !(length || (element && elements > 0));
    }
  }

  private void note(Body body, Op op, int length, String suffix, boolean fixed) {
    if (first == null || (first.fixed() && !fixed)) {
      Place place = new Place(body.unit, op.origin(), length);
      first = new Asked(place, variable.name() + suffix, fixed);
    }
  }

  private boolean asksLittle(Body body, Op.Call call, Value operand, boolean repeated) {
    CallSite site = body.site(call.result());
    boolean small =
        call.receiver().equals(operand)
            && operand.equals(variable.value())
            && site.has(Effect.Flag.READS)
            && !site.has(Effect.Flag.RETURNS_LARGE)
            && site.effect(Effect.Copies.class).isEmpty()
            && isSmall(call.type())
            && !site.name().equals("toString")
            && !(isText(call.type()) && isText(declaredType()));
    if (!small || call.args().isEmpty()) {
      return small;
    }
    elements++;
    return !repeated && call.args().stream().allMatch(this::isKnownBefore);
  }

  /** Whether a value is there before the closure is made: a constant or another capture. */
  private boolean isKnownBefore(Value value) {
    if (value instanceof Value.Const) {
      return true;
    }
    return (value instanceof Value.Local || value instanceof Value.Param)
        && !value.equals(variable.value())
        && bodies.stream().noneMatch(body -> body.declares(Variable.name(value)));
  }

  /**
   * Whether one element of the array is a small part and the index is known beforehand. The index
   * is not part of an operand: it counts as known when nothing that could be one varies here.
   */
  private boolean elementIsSmall(Body at) {
    String type = declaredType();
    return type.endsWith("[]")
        && isSmall(type.substring(0, type.length() - 2))
        && bodies.stream().noneMatch(body -> hasNumbers(body, body == at));
  }

  private boolean hasNumbers(Body body, boolean calls) {
    Stream<String> variables =
        Stream.concat(body.callable.params().stream(), body.callable.locals().stream())
            .map(Callable.Variable::type);
    Stream<String> results = calls ? body.sites.stream().map(CallSite::type) : Stream.of();
    Stream<String> fields =
        body.reads.stream()
            .map(read -> read.read().place())
            .filter(place -> !variable.isIn(body, place))
            .map(place -> place instanceof Value.Field field ? field.type() : Types.UNKNOWN);
    return Stream.of(variables, results, fields)
        .flatMap(types -> types)
        .anyMatch(type -> WHOLE_NUMBERS.contains(type) || type.equals(Types.UNKNOWN));
  }

  private String declaredType() {
    Callable callable = variable.declarer().callable;
    return Stream.concat(callable.params().stream(), callable.locals().stream())
        .filter(declared -> declared.name().equals(variable.name()))
        .map(Callable.Variable::type)
        .findFirst()
        .orElse(Types.UNKNOWN);
  }

  static boolean isSmall(String type) {
    return SMALL.contains(type) || WHOLE_NUMBERS.contains(type);
  }

  static boolean isText(String type) {
    return type.equals("java.lang.String");
  }
}
