package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asynchronous results put into asynchronous results that nobody takes them out of. */
public final class NestedResults {
  private final Program program;

  /**
   * A call that wraps the asynchronous result of its function.
   *
   * @param inner simple name of the type of that result
   * @param neverRuns whether the inner one does nothing until it is subscribed
   * @param flat the member that would not wrap it; empty when there is none
   * @param edits that call it instead; empty when that would not compile
   */
  public record Nested(
      CallSite site, String inner, boolean neverRuns, String flat, List<Edit> edits) {}

  private NestedResults(Program program) {
    this.program = program;
  }

  /** Those of a program. */
  public static NestedResults of(Program program) {
    return program.derived(NestedResults.class, NestedResults::new);
  }

  /** Every call whose wrapped result is lost: the next stage, or nobody, looks at it. */
  public Stream<Nested> lost() {
    return program.modelled().flatMap(site -> nested(site).stream());
  }

  private Optional<Nested> nested(CallSite site) {
    Optional<Effect.Maps> maps = site.effect(Effect.Maps.class);
    if (maps.isEmpty() || !program.models().isAsyncResult(site.type())) {
      return Optional.empty();
    }
    String inner = inner(site, maps.get().param());
    if (inner.equals(Types.UNKNOWN) || !isLost(site)) {
      return Optional.empty();
    }
    String flat = fits(site, inner) ? maps.get().flat() : "";
    List<Edit> edits =
        flat.isEmpty() ? List.of() : new Rewrite(site.body).rename(site, flat).edits();
    boolean cold = program.models().tagged(inner, "cold");
    return Optional.of(new Nested(site, Body.simple(inner), cold, flat, edits));
  }

  /** The type of the asynchronous result that all functions given return; else unknown. */
  private String inner(CallSite site, int param) {
    List<Body> functions = program.closures().bodies(site.body, site.operand(param));
    List<String> types =
        functions.stream()
            .flatMap(one -> one.returned.stream().map(value -> type(one, value)))
            .distinct()
            .toList();
    return functions.size() == 1
            && functions.get(0).callable.isClosure()
            && types.size() == 1
            && program.models().isAsyncResult(types.get(0))
        ? types.get(0)
        : Types.UNKNOWN;
  }

  private String type(Body body, Value value) {
    CallSite made = program.models().values().resolve(body, value).site();
    if (made != null) {
      boolean kept =
          Stream.of("map", "collection")
              .anyMatch(tag -> program.models().tagged(made.receiverType(), tag));
      return kept ? Types.UNKNOWN : made.type();
    }
    String name =
        value instanceof Value.Local local
            ? local.name()
            : value instanceof Value.Param param ? param.name() : "";
    Body declarer = name.isEmpty() ? null : body.declarer(name);
    return declarer == null
        ? Types.UNKNOWN
        : Stream.concat(declarer.callable.locals().stream(), declarer.callable.params().stream())
            .filter(one -> one.name().equals(name))
            .map(Callable.Variable::type)
            .findFirst()
            .orElse(Types.UNKNOWN);
  }

  private boolean isLost(CallSite site) {
    List<CallSite> next = program.chains().next(site);
    return next.isEmpty()
        ? Used.isDropped(site)
        : next.stream().allMatch(one -> one.has(Effect.Flag.DROPS_ITEMS));
  }

  /** Whether the flat member takes functions of this result. */
  private boolean fits(CallSite site, String inner) {
    Models models = program.models();
    String outer = site.type();
    String home = outer.substring(0, outer.lastIndexOf('.') + 1);
    return inner.startsWith(home)
        && (models.tagged(outer, "multi") || !models.tagged(inner, "multi"));
  }
}
