package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remote calls, and clients for them, that may take as long as the other side likes. A finding
 * needs everything that is done to the client or request to be seen.
 */
public final class UnboundedCalls {
  private static final int DEPTH = 24;

  /** Names of this machine; nobody waits long for it. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Program program;
  private final Values values;
  private final Set<String> names;
  private final Set<CallSite> setLater = new HashSet<>();

  private UnboundedCalls(Program program) {
    this.program = program;
    this.values = program.models().values();
    this.names =
        program
            .models()
            .knowledge()
            .members()
            .filter(member -> member.has(Effect.Flag.SETS_TIMEOUT))
            .map(member -> member.name())
            .collect(Collectors.toSet());
    program
        .modelled()
        .filter(site -> site.has(Effect.Flag.SETS_TIMEOUT))
        .map(site -> values.origin(site.body, site.receiver()).site())
        .filter(Objects::nonNull)
        .forEach(setLater::add);
  }

  /** The facts of a program. */
  public static UnboundedCalls of(Program program) {
    return program.derived(UnboundedCalls.class, UnboundedCalls::new);
  }

  /** The calls and creations without a bound, of each connection or client the first. */
  public Stream<CallSite> calls() {
    return program.index().bodies().stream().flatMap(body -> in(body).stream());
  }

  private List<CallSite> in(Body body) {
    List<CallSite> found = new ArrayList<>();
    Set<CallSite> makers = new HashSet<>();
    for (CallSite site : body.modelled) {
      Optional<Effect.NeedsTimeout> needs = site.effect(Effect.NeedsTimeout.class);
      if (needs.isEmpty() || staysHere(site, 0)) {
        continue;
      }
      if (needs.get().from() == Effect.NOTHING) {
        found.add(site);
        continue;
      }
      Value asked =
          site.isNew() ? new Value.Result(site.result()) : site.operand(needs.get().from());
      List<CallSite> parts = parts(body, asked);
      if (!parts.isEmpty()
          && isUnbounded(site, parts).certain()
          && makers.add(parts.get(parts.size() - 1))) {
        found.add(site);
      }
    }
    return found;
  }

  /** Whether what is called is told to be on this machine. */
  private boolean staysHere(CallSite site, int depth) {
    return site.args().stream()
        .map(arg -> values.origin(site.body, arg))
        .anyMatch(
            arg ->
                arg.value() instanceof Value.Const constant
                        && constant.value() instanceof String host
                        && LOOPBACK.contains(host)
                    || (depth < 2 && arg.site() != null && staysHere(arg.site(), depth + 1)));
  }

  /** The calls a value comes from, the last first, back to what made it; empty when not seen. */
  private List<CallSite> parts(Body body, Value value) {
    List<CallSite> parts = new ArrayList<>();
    CallSite part = values.resolve(body, value).site();
    for (int i = 0; i < DEPTH; i++) {
      if (part == null || part.body != body || part.target() instanceof Target.Unknown) {
        return List.of();
      }
      parts.add(part);
      if (part.isNew() || !part.has(Effect.Flag.FLUENT)) {
        return isMaker(part) ? parts : List.of();
      }
      part = values.resolve(body, part.receiver()).site();
    }
    return List.of();
  }

  /** Whether a call starts with defaults: what a method of the program gives may be set already. */
  private boolean isMaker(CallSite part) {
    return part.model().isPresent()
        && !part.type().equals(Types.UNKNOWN)
        && program.index().callees(part).isEmpty();
  }

  private Answer isUnbounded(CallSite site, List<CallSite> parts) {
    if (parts.stream()
        .anyMatch(part -> part.has(Effect.Flag.SETS_TIMEOUT) || setLater.contains(part))) {
      return Answer.NO;
    }
    boolean maybeLater =
        program.index().bodies(site.body.callable.owner()).stream()
            .flatMap(body -> body.sites.stream())
            .anyMatch(use -> use.target() instanceof Target.Unknown && names.contains(use.name()));
    if (maybeLater || isHandedOut(site.body, parts)) {
      return Answer.UNKNOWN;
    }
    List<Body> all = new ArrayList<>(List.of(site.body));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(program.index().closures(all.get(i)));
    }
    Answer unbounded = Answer.YES;
    for (Body body : all) {
      for (CallSite use : body.sites) {
        unbounded = unbounded.and(leavesUnbounded(use, site, parts));
      }
    }
    return unbounded;
  }

  /** Whether callers that are seen, or whoever runs a closure, get the object and may bound it. */
  private boolean isHandedOut(Body body, List<CallSite> parts) {
    boolean taken =
        body.callable.isClosure()
            || body.callable.modifiers().contains("private")
            || !program.callGraph().to(body).isEmpty();
    return taken && body.returned.stream().anyMatch(value -> isPart(body, value, parts));
  }

  /** What another call says of the same object. */
  private Answer leavesUnbounded(CallSite use, CallSite site, List<CallSite> parts) {
    boolean on = isPart(use.body, use.receiver(), parts);
    if (on && use.has(Effect.Flag.SETS_TIMEOUT)) {
      return Answer.NO;
    }
    boolean unseen = on && use.target() instanceof Target.Unknown;
    boolean handedOn =
        use != site
            && use.args().stream().anyMatch(arg -> isPart(use.body, arg, parts))
            && use.model().isEmpty();
    return unseen || handedOn ? Answer.UNKNOWN : Answer.YES;
  }

  private boolean isPart(Body body, Value value, List<CallSite> parts) {
    CallSite made = values.resolve(body, value).site();
    return made != null && parts.contains(made);
  }
}
