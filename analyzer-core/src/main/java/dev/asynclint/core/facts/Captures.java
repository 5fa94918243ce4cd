package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What closures that outlive the call that is given them keep alive, and what they use of it. */
final class Captures {
  private static final Set<String> SMALL =
      Set.of(
          "boolean",
          "byte",
          "short",
          "char",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.String");
  private static final Map<String, Integer> WIDTH =
      Map.of(
          "boolean[]",
          1,
          "byte[]",
          1,
          "short[]",
          2,
          "char[]",
          2,
          "int[]",
          4,
          "float[]",
          4,
          "long[]",
          8,
          "double[]",
          8);

  private final Models models;
  private final Closures closures;
  private final Index index;

  Captures(Index index, Models models, Closures closures) {
    this.index = index;
    this.models = models;
    this.closures = closures;
  }

  /** Every captured variable of every closure that runs after the call it is given to returned. */
  Stream<CapturedState> all() {
    return index.bodies().stream()
        .filter(body -> body.callable.isClosure())
        .flatMap(
            body ->
                outlives(body).stream()
                    .flatMap(
                        use ->
                            body.callable.captures().stream()
                                .flatMap(capture -> state(body, capture, use).stream())));
  }

  private Optional<Closures.Use> outlives(Body closure) {
    return closures.of(closure).stream()
        .filter(use -> use.runs() != null)
        .filter(
            use ->
                switch (use.runs().where().place()) {
                  case CONTEXT, EXECUTOR, RECEIVER, OWNER, COMPLETER -> true;
                  default -> false;
                })
        .findFirst();
  }

  private Optional<CapturedState> state(Body closure, Callable.Capture capture, Closures.Use use) {
    Value variable = capture.variable();
    if (variable instanceof Value.This) {
      return Optional.empty();
    }
    List<CallSite> small = new ArrayList<>();
    boolean[] other = {false};
    List<Op> reads = new ArrayList<>();
    for (Body body : within(closure)) {
      Operands.visit(
          body.callable.body(),
          (op, value) -> {
            if (Operands.mentions(value, variable)) {
              if (op instanceof Op.Call call && asksLittle(call, variable)) {
                small.add(body.byResult.get(call.result()));
              } else if (op instanceof Op.Read read && isLength(read, variable)) {
                reads.add(read);
              } else if (!isLength(value, variable)) {
                other[0] = true;
              }
            }
          });
    }
    if (other[0] || (small.isEmpty() && reads.isEmpty())) {
      return Optional.empty();
    }
    String asked = small.isEmpty() ? "length" : small.get(0).name();
    Place at =
        small.isEmpty()
            ? new Place(closure.unit, reads.get(0).origin(), "length".length())
            : small.get(0).place();
    OptionalLong bytes = bytes(closure, variable, capture.type());
    boolean large =
        models.tagged(capture.type(), "large")
            || models.tagged(capture.type(), "collection")
            || models.tagged(capture.type(), "map");
    String name =
        variable instanceof Value.Local local ? local.name() : ((Value.Param) variable).name();
    return Optional.of(
        new CapturedState(name, capture.type(), at, asked, use.site(), large, bytes));
  }

  /** A closure with the closures inside it. */
  private List<Body> within(Body closure) {
    String prefix = closure.id() + "$";
    List<Body> all = new ArrayList<>(List.of(closure));
    for (int i = 0; i < all.size(); i++) {
      Body outer = all.get(i);
      for (int n = 1; ; n++) {
        Optional<Body> inner = index.body(outer.id() + "$" + n);
        if (inner.isEmpty()) {
          break;
        }
        all.add(inner.get());
      }
    }
    return all.stream().filter(b -> b == closure || b.id().startsWith(prefix)).toList();
  }

  private static boolean asksLittle(Op.Call call, Value variable) {
    return call.receiver().equals(variable)
        && call.args().isEmpty()
        && SMALL.contains(call.type())
        && !call.target().name().equals("toString");
  }

  private static boolean isLength(Op.Read read, Value variable) {
    return isLength(read.place(), variable);
  }

  private static boolean isLength(Value value, Value variable) {
    return value instanceof Value.Field field
        && field.name().equals("length")
        && field.base().equals(variable);
  }

  /** The size of an array made with a constant length. */
  private OptionalLong bytes(Body closure, Value variable, String type) {
    CallSite made = models.values().origin(closure, variable).site();
    if (made == null || !made.isNew() || made.args().size() != 1 || !WIDTH.containsKey(type)) {
      return OptionalLong.empty();
    }
    Value length = models.values().origin(made.body, made.operand(0)).value();
    return length instanceof Value.Const constant && constant.value() instanceof Number number
        ? OptionalLong.of(number.longValue() * WIDTH.get(type))
        : OptionalLong.empty();
  }
}
