package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.summary.CallableSummary;
import dev.asynclint.core.summary.ModuleSummaries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A whole program as rules see it. Immutable once built; safe for use by several threads. */
public final class Program {
  private final Settings settings;
  private final Derivations derived = new Derivations();
  private final Index index;
  private final List<CallSite> sites;
  private final List<CallSite> modelled;
  private final List<CallSite> unresolved;
  private final Lazy<Nesting> nesting;
  private final Models models;
  private final Closures closures;
  private final Executors executors;
  private final Chains chains;
  private final Contexts contexts;
  private final Calls calls;
  private final Waiting waiting;
  private final Locking locking;
  private final Blocking blocking;
  private final FactList facts;
  private final Publication publication;
  private final Repetition repetition;
  private final Spawning spawning;
  private final Captures captures;
  private final Copying copying;

  private Program(
      List<Unit> units,
      Types types,
      Knowledge knowledge,
      int release,
      ModuleSummaries external,
      Settings settings) {
    this.settings = settings;
    index = new Index(units, types);
    Values values = new Values();
    models = new Models(knowledge, types, values, release, this::hasBody);
    List<Body> bodies = new ArrayList<>();
    for (Unit unit : units) {
      for (Callable callable : unit.callables()) {
        Body enclosing = index.body(callable.enclosing()).orElse(null);
        Body body = new Body(this, callable, unit, enclosing);
        index.add(body);
        bodies.add(body);
      }
    }
    bodies.forEach(body -> BodyBuilder.fill(body, models));
    sites = index.bodies().stream().flatMap(body -> body.sites.stream()).toList();
    modelled = index.bodies().stream().flatMap(body -> body.modelled.stream()).toList();
    unresolved = index.bodies().stream().flatMap(body -> body.unresolved.stream()).toList();
    nesting = new Lazy<>(() -> new Nesting(index));
    values.fields(fieldWrites(bodies));
    closures = new Closures(index, values);
    executors = new Executors(index, models);
    chains = new Chains(index, models, executors, closures);
    Permits permits = new Permits(modelled, values);
    contexts = new Contexts(index, models, closures, chains, permits);
    waiting =
        new Waiting(models, new Completed(models, closures), new External(external, index), sites);
    calls = new Calls(index, closures);
    locking = new Locking(index, calls, closures, waiting, models);
    blocking = new Blocking(index, models, contexts, waiting, calls, permits);
    publication = new Publication(index, calls, contexts, waiting);
    facts = new FactList(index, contexts, waiting, calls);
    repetition = new Repetition(models, closures, calls);
    spawning = new Spawning(index, models, executors, closures);
    captures = new Captures(index, models, closures, nesting);
    copying = new Copying(nesting, models, repetition);
  }

  /**
   * Derives the facts.
   *
   * @param release Java release the program targets; 0 when not stated
   */
  public static Program of(List<Unit> units, Types types, Knowledge knowledge, int release) {
    return of(units, types, knowledge, release, ModuleSummaries.NONE, Settings.NONE);
  }

  /**
   * Derives the facts, with those that other modules state of their callables.
   *
   * @param release Java release the program targets; 0 when not stated
   * @param external what is known of callables that the program does not declare
   * @param settings what users set
   */
  public static Program of(
      List<Unit> units,
      Types types,
      Knowledge knowledge,
      int release,
      ModuleSummaries external,
      Settings settings) {
    return new Program(units, types, knowledge, release, external, settings);
  }

  private boolean hasBody(String method) {
    return index
        .body(method)
        .filter(body -> body.callable.hasBody() && !body.callable.isClosure())
        .isPresent();
  }

  private static Map<String, List<Values.Ref>> fieldWrites(List<Body> bodies) {
    Map<String, List<Values.Ref>> writes = new HashMap<>();
    for (Body body : bodies) {
      body.fieldWrites.forEach(
          write -> {
            if (write.place() instanceof Value.Field field) {
              String key = Values.fieldKey(body, field);
              if (!key.isEmpty()) {
                writes
                    .computeIfAbsent(key, k -> new ArrayList<>(1))
                    .add(new Values.Ref(body, write.value()));
              }
            }
          });
    }
    return writes;
  }

  /** What users set of a kind; empty when the default holds. */
  public <T> Optional<T> setting(Class<T> type) {
    return settings.get(type);
  }

  /**
   * Facts that not every program is asked for, derived at the first question and then kept. May
   * itself ask for other such facts, but not in a circle.
   */
  <T> T derived(Class<T> kind, Function<Program, T> derivation) {
    return derived.of(kind, () -> derivation.apply(this));
  }

  /** Every call and creation, in source order within each file. */
  public Stream<CallSite> calls() {
    return sites.stream();
  }

  /** Those of {@link #calls} that knowledge speaks of: few, and most rules are about them alone. */
  public Stream<CallSite> modelled() {
    return modelled.stream();
  }

  /** Every call that does what some names tell, or may; in no order. */
  Stream<CallSite> maybe(Names names) {
    return Stream.concat(unresolved.stream(), modelled.stream()).filter(names::maybe);
  }

  /** Calls whose targets are not known: any of them may be to a member of its name. */
  Stream<CallSite> unresolved() {
    return unresolved.stream();
  }

  /**
   * Every thread that must not block and does so longer than a limit, once a call.
   *
   * @param longest the longest stated bound of a wait that is no matter
   * @param poll the longest time a call may be measured to take that is no matter
   */
  public Stream<BlockedThread> blockedThreads(Duration longest, Duration poll) {
    return blocking.all(longest, poll);
  }

  /** Every wait longer than a limit that happens while a lock is held. */
  public Stream<LockedWait> waitsUnderLock(Duration longest) {
    return locking.waits(longest);
  }

  /** Every captured variable of which a closure that outlives its call asks little. */
  public Stream<CapturedState> captures() {
    return captures.all();
  }

  /** Every wait longer than a limit that callers in other modules have to know of, sorted. */
  public List<CallableSummary> summaries(Duration longest) {
    return publication.all(longest);
  }

  /** Every derived fact in words, in the order of files and callables. */
  public Stream<Fact> facts() {
    return facts.all();
  }

  /** The dialects the program touches, sorted. */
  public Set<String> dialects() {
    Set<String> found = new TreeSet<>();
    modelled.forEach(site -> found.add(site.model().orElseThrow().dialect()));
    return found;
  }

  Optional<Waiting.Event> event(CallSite site) {
    return waiting.event(site);
  }

  Index index() {
    return index;
  }

  Nesting nesting() {
    return nesting.get();
  }

  Models models() {
    return models;
  }

  Closures closures() {
    return closures;
  }

  Executors executors() {
    return executors;
  }

  Chains chains() {
    return chains;
  }

  Contexts contexts() {
    return contexts;
  }

  Waiting waiting() {
    return waiting;
  }

  Calls callGraph() {
    return calls;
  }

  Locking locking() {
    return locking;
  }

  Blocking blocking() {
    return blocking;
  }

  Repetition repetition() {
    return repetition;
  }

  Spawning spawning() {
    return spawning;
  }

  Copying copying() {
    return copying;
  }
}
