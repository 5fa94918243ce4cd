package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What closures, and objects of local classes, that outlive the call that is given them keep alive,
 * and what they use of it.
 */
final class Captures {
  /** Bytes of an element; those of a reference with compressed pointers for all other types. */
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

  private static final int REFERENCE = 4;

  private final Models models;
  private final Index index;
  private final Keepers keepers;
  private final Lazy<Nesting> nesting;

  Captures(Index index, Models models, Closures closures, Lazy<Nesting> nesting) {
    this.index = index;
    this.models = models;
    this.keepers = new Keepers(models.values(), closures);
    this.nesting = nesting;
  }

  /** Every captured variable of which whatever outlives its call uses little, once a place. */
  Stream<CapturedState> all() {
    Map<Place, CapturedState> found = new LinkedHashMap<>();
    for (Body entry : index.bodies()) {
      if (entry.enclosing != null) {
        keepers
            .of(entry)
            .ifPresent(
                keeper -> states(entry, keeper).forEach(s -> found.putIfAbsent(s.place(), s)));
      }
    }
    return found.values().stream();
  }

  private Stream<CapturedState> states(Body entry, CallSite keeper) {
    List<Body> bodies = nesting.get().whole(entry);
    Map<CaptureUse.Variable, String> variables = new LinkedHashMap<>();
    for (Body body : bodies) {
      for (Callable.Capture capture : body.callable.captures()) {
        CaptureUse.Variable.of(body, capture.variable())
            .filter(variable -> !bodies.contains(variable.declarer()))
            .ifPresent(variable -> variables.putIfAbsent(variable, capture.type()));
      }
    }
    return variables.entrySet().stream()
        .flatMap(one -> state(one.getKey(), one.getValue(), bodies, keeper).stream());
  }

  private Optional<CapturedState> state(
      CaptureUse.Variable variable, String type, List<Body> bodies, CallSite keeper) {
    CallSite made = models.values().resolve(variable.declarer(), variable.value()).site();
    OptionalLong bytes = bytes(made);
    if (bytes.isEmpty() && !holdsMuch(type, made)) {
      return Optional.empty();
    }
    return CaptureUse.little(bodies, variable)
        .filter(asked -> asked.fixed() || !changesAfter(variable, bodies, keeper))
        .filter(asked -> !isKeptOtherwise(variable, bodies, keeper))
        .map(
            asked ->
                new CapturedState(
                    variable.name(),
                    type,
                    asked.place(),
                    asked.expression(),
                    keeper,
                    Optional.ofNullable(made)
                        .filter(m -> bytes.isPresent() || m.has(Effect.Flag.RETURNS_LARGE)),
                    bytes.isEmpty(),
                    bytes));
  }

  private boolean holdsMuch(String type, CallSite made) {
    if (made != null && made.has(Effect.Flag.RETURNS_LARGE)) {
      return true;
    }
    return models.tagged(type, "large") && (made == null || !isSpelledOut(made));
  }

  /** Whether an object is made of constants, such as a buffer of a literal or an empty one. */
  private static boolean isSpelledOut(CallSite made) {
    return (made.isNew() || made.receiver() instanceof Value.TypeName)
        && made.args().stream().allMatch(Value.Const.class::isInstance);
  }

  /** The size of an array made with a constant length. */
  private OptionalLong bytes(CallSite made) {
    if (made == null || !made.isNew() || made.args().size() != 1 || !made.type().endsWith("[]")) {
      return OptionalLong.empty();
    }
    Value length = models.values().origin(made.body, made.operand(0)).value();
    return length instanceof Value.Const constant && constant.value() instanceof Number number
        ? OptionalLong.of(number.longValue() * WIDTH.getOrDefault(made.type(), REFERENCE))
        : OptionalLong.empty();
  }

  /**
   * Whether what is asked may have another answer later: the object is given away or changed after
   * the closure is made, or in a body that may run then. Who else was given it before is not seen.
   */
  private boolean changesAfter(
      CaptureUse.Variable variable, Collection<Body> bodies, CallSite keeper) {
    boolean[] changes = {false};
    for (Body body : nesting.get().closure(List.of(variable.declarer()))) {
      if (!bodies.contains(body)) {
        int from = body == keeper.body ? after(keeper) : 0;
        Operands.visit(
            body.callable.body(),
            (op, operand) ->
                changes[0] |=
                    variable.isIn(body, operand)
                        && (body != variable.declarer() || op.origin().start() >= from)
                        && !looksOnly(body, op, operand));
      }
    }
    return changes[0];
  }

  /** From where on the closure may have been made; in a loop an earlier round may have made it. */
  private static int after(CallSite keeper) {
    return Frame.outward(keeper.frame)
        .map(Frame::op)
        .filter(Op.Loop.class::isInstance)
        .mapToInt(loop -> loop.origin().start())
        .min()
        .orElse(keeper.op.origin().end());
  }

  private static boolean looksOnly(Body body, Op op, Value operand) {
    if (op instanceof Op.Read) {
      return true;
    }
    return op instanceof Op.Call call
        && call.receiver().equals(operand)
        && !call.args().contains(operand)
        && body.site(call.result()).has(Effect.Flag.READS);
  }

  /**
   * Whether something else keeps the object as long: a field, the caller it is returned to, another
   * part of the chain the keeper belongs to, or what was made with it. Who makes something of it
   * may hold on to it; only a known library call that keeps nothing does not.
   */
  private boolean isKeptOtherwise(
      CaptureUse.Variable variable, Collection<Body> bodies, CallSite keeper) {
    boolean[] kept = {false};
    Operands.visit(
        variable.declarer().callable.body(),
        (op, operand) -> {
          boolean leaves =
              op instanceof Op.Return
                  || (op instanceof Op.Write write && !(write.place() instanceof Value.Local))
                  || (op instanceof Op.Call call && isPartOf(call, operand, variable.declarer()));
          kept[0] |= leaves && variable.isIn(variable.declarer(), operand) && isWhole(op, operand);
        });
    return kept[0]
        || keepers.chain(keeper).stream().anyMatch(site -> usesMore(site, variable, bodies));
  }

  /** Whether an object is handed to a call of unknown ways whose result may hold it. */
  private boolean isPartOf(Op.Call call, Value operand, Body body) {
    CallSite site = body.site(call.result());
    return call.args().contains(operand)
        && site.model().isEmpty()
        && !call.type().equals("void")
        && !CaptureUse.isSmall(call.type());
  }

  private static boolean isWhole(Op op, Value operand) {
    boolean part = operand instanceof Value.Element || operand instanceof Value.Field;
    return !part && !(op instanceof Op.Write write && write.place().equals(operand));
  }

  private boolean usesMore(CallSite site, CaptureUse.Variable variable, Collection<Body> bodies) {
    return Stream.concat(Stream.of(site.receiver()), site.args().stream())
        .anyMatch(
            value ->
                variable.isIn(site.body, value)
                    || keepers.bodies(site.body, value).stream()
                        .filter(body -> body.enclosing != null && !bodies.contains(body))
                        .anyMatch(body -> usesMore(body, variable)));
  }

  private boolean usesMore(Body closure, CaptureUse.Variable variable) {
    List<Body> bodies = nesting.get().whole(closure);
    boolean captures =
        bodies.stream()
            .flatMap(body -> body.callable.captures().stream())
            .anyMatch(capture -> capture.variable().equals(variable.value()));
    return captures && CaptureUse.little(bodies, variable).isEmpty();
  }
}
