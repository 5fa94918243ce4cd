package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.knowledge.Effect.Amount;
import dev.asynclint.core.knowledge.Effect.Flag;
import dev.asynclint.core.knowledge.Effect.Guard;
import dev.asynclint.core.knowledge.Effect.Held;
import dev.asynclint.core.knowledge.Effect.Where;
import dev.asynclint.core.knowledge.Effect.Where.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause of the format gives the effect the format's page says. */
class ClausesTest {
  private static final int RECEIVER = Effect.RECEIVER;
  private static final int NOTHING = Effect.NOTHING;

  static Stream<Arguments> clauses() {
    return Stream.of(
        clause("blocks file", new Effect.Blocks("file", NOTHING)),
        clause("blocks class-path", new Effect.Blocks("class-path", NOTHING)),
        clause("blocks http, timeout b", new Effect.Blocks("http", 1)),
        clause("waits on future", new Effect.Waits("future", NOTHING)),
        clause("waits on queue, timeout a", new Effect.Waits("queue", 0)),
        clause("maybe blocks socket", new Effect.MaybeBlocks("socket")),
        clause(
            "measured file-exists",
            new Effect.Measured(CostTable.shipped().byId("file-exists").orElseThrow())),
        clause(
            "unmeasured \"the other end decides\"", new Effect.Unmeasured("the other end decides")),
        clause("instead \"a; b, (c) \u2192 d\"", new Effect.Instead("a; b, (c) \u2192 d")),
        clause("runs a on caller", runs(0, Place.CALLER, Context.CALLER, NOTHING)),
        clause("runs a on upstream", runs(0, Place.UPSTREAM, Context.UNKNOWN, NOTHING)),
        clause("runs a on subscriber", runs(0, Place.SUBSCRIBER, Context.UNKNOWN, NOTHING)),
        clause("runs a on completer", runs(0, Place.COMPLETER, Context.UNKNOWN, NOTHING)),
        clause("runs a on executor b", runs(0, Place.EXECUTOR, Context.UNKNOWN, 1)),
        clause("runs a on receiver", runs(0, Place.RECEIVER, Context.UNKNOWN, NOTHING)),
        clause("runs a on owner", runs(0, Place.OWNER, Context.UNKNOWN, NOTHING)),
        clause("runs a on unknown", runs(0, Place.UNKNOWN, Context.UNKNOWN, NOTHING)),
        clause("runs b on event-loop", runs(1, Place.CONTEXT, Context.EVENT_LOOP, NOTHING)),
        clause(
            "runs a on caller, lazily",
            new Effect.Runs(0, new Where(Place.CALLER, Context.CALLER, NOTHING), true, false)),
        clause(
            "runs a on caller, per item",
            new Effect.Runs(0, new Where(Place.CALLER, Context.CALLER, NOTHING), false, true)),
        clause(
            "runs a on caller, per item, lazily",
            new Effect.Runs(0, new Where(Place.CALLER, Context.CALLER, NOTHING), true, true)),
        clause(
            "makes cpu-pool", new Effect.Makes(Context.CPU_POOL, Amount.UNSTATED, Amount.UNSTATED)),
        clause(
            "makes bounded-pool size a queue 16",
            new Effect.Makes(
                Context.BOUNDED_POOL,
                new Amount(Amount.Kind.PARAM, 0),
                new Amount(Amount.Kind.CONSTANT, 16))),
        clause(
            "makes bounded-pool core a size b queue unbounded",
            new Effect.Makes(
                Context.BOUNDED_POOL,
                new Amount(Amount.Kind.PARAM, 0),
                new Amount(Amount.Kind.PARAM, 1),
                new Amount(Amount.Kind.UNBOUNDED, 0))),
        clause("states core a", new Effect.States(Effect.Part.CORE, 0)),
        clause("states queue b", new Effect.States(Effect.Part.QUEUE, 1)),
        clause("closes receiver", Flag.CLOSES),
        clause(
            "makes cpu-pool size cores queue unbounded",
            new Effect.Makes(
                Context.CPU_POOL,
                new Amount(Amount.Kind.CORES, 0),
                new Amount(Amount.Kind.UNBOUNDED, 0))),
        clause(
            "shifts upstream to a",
            new Effect.Shifts(true, new Where(Place.EXECUTOR, Context.UNKNOWN, 0))),
        clause(
            "shifts downstream to blocking-pool",
            new Effect.Shifts(false, new Where(Place.CONTEXT, Context.BLOCKING_POOL, NOTHING))),
        clause("chains", new Effect.Chains(RECEIVER)),
        clause("chains b", new Effect.Chains(1)),
        clause("emits on caller", emits(Place.CALLER, Context.CALLER, NOTHING)),
        clause("emits on executor b", emits(Place.EXECUTOR, Context.UNKNOWN, 1)),
        clause("emits on cpu-pool", emits(Place.CONTEXT, Context.CPU_POOL, NOTHING)),
        clause("acquires lock", new Effect.Acquires(Held.LOCK, false)),
        clause("acquires permit", new Effect.Acquires(Held.PERMIT, false)),
        clause("tries lock", new Effect.Acquires(Held.LOCK, true)),
        clause("tries permit", new Effect.Acquires(Held.PERMIT, true)),
        clause("releases lock", new Effect.Releases(Held.LOCK)),
        clause("releases permit", new Effect.Releases(Held.PERMIT)),
        clause("shared", Flag.SHARED),
        clause("keeps a", new Effect.Keeps(0)),
        clause("keeps receiver", new Effect.Keeps(RECEIVER)),
        clause("guards loop", new Effect.Guards(Guard.LOOP)),
        clause("guards interrupt", new Effect.Guards(Guard.INTERRUPT)),
        clause("interrupts", Flag.INTERRUPTS),
        clause("interruptible", Flag.INTERRUPTIBLE),
        clause("retries", new Effect.Retries(NOTHING)),
        clause("retries b", new Effect.Retries(1)),
        clause("delays", Flag.DELAYS),
        clause("needs timeout", new Effect.NeedsTimeout(NOTHING)),
        clause("needs timeout from a", new Effect.NeedsTimeout(0)),
        clause("needs timeout from receiver", new Effect.NeedsTimeout(RECEIVER)),
        clause("sets timeout", Flag.SETS_TIMEOUT),
        clause("guards done", new Effect.Guards(Guard.DONE)),
        clause("spawns", new Effect.Spawns(NOTHING)),
        clause("spawns a", new Effect.Spawns(0)),
        clause("fans out", new Effect.FansOut(NOTHING)),
        clause("fans out concurrency b", new Effect.FansOut(1)),
        clause("joins a", new Effect.Joins(0)),
        clause("takes a eagerly", new Effect.TakesEagerly(0)),
        clause("copies a", new Effect.Copies(0)),
        clause("copies receiver", new Effect.Copies(RECEIVER)),
        clause("iterates b", new Effect.Iterates(1)),
        clause("iterates receiver", new Effect.Iterates(RECEIVER)),
        clause("sequential", Flag.SEQUENTIAL),
        clause("helps", Flag.HELPS),
        clause("bounds", Flag.BOUNDS),
        clause("completes", Flag.COMPLETES),
        clause("completed", Flag.COMPLETED),
        clause("mutates receiver", Flag.MUTATES),
        clause("reads receiver", Flag.READS),
        clause("returns receiver", Flag.FLUENT),
        clause("returns large", Flag.RETURNS_LARGE),
        clause("returns cold", Flag.RETURNS_COLD),
        clause("maps a", new Effect.Maps(0, "")),
        clause("maps b, flat compose", new Effect.Maps(1, "compose")),
        clause("subscribes", new Effect.Subscribes(NOTHING)),
        clause("subscribes failures b", new Effect.Subscribes(1)),
        clause("repeats a", new Effect.Repeats(0)),
        clause("replaces null", new Effect.ReplacesNull("")),
        clause("replaces null of x.Y", new Effect.ReplacesNull("x.Y")),
        clause("handles failures", Flag.HANDLES_FAILURES),
        clause("hooks failures", Flag.HOOKS_FAILURES),
        clause("drops items", Flag.DROPS_ITEMS),
        clause("ignorable", Flag.IGNORABLE),
        clause("costs cpu", Flag.COSTS_CPU),
        clause("allocates heavy", Flag.ALLOCATES_HEAVY),
        clause("guards ready", new Effect.Guards(Guard.READY)),
        clause("expands b", new Effect.Expands(1)),
        clause("returns identity", Flag.IDENTITY),
        clause("may refuse", Flag.MAY_REFUSE),
        clause("queues unbounded", Flag.QUEUES_UNBOUNDED),
        clause("enqueues", Flag.ENQUEUES),
        clause("dequeues", Flag.DEQUEUES),
        clause("feeds", Flag.FEEDS),
        clause("gathers", Flag.GATHERS),
        clause("forks", Flag.FORKS),
        clause("groups", Flag.GROUPS),
        clause("names receiver", Flag.NAMES),
        clause("allows blocking", Flag.ALLOWS_BLOCKING),
        clause("forbids blocking", Flag.FORBIDS_BLOCKING),
        clause("never blocks", Flag.NEVER_BLOCKS),
        clause("since 21", new Effect.HoldsFor(21, Integer.MAX_VALUE)),
        clause("until 24", new Effect.HoldsFor(0, 24)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clauses")
  void clauseGivesItsEffect(String clause, Effect effect) {
    assertThat(member("run(a, b)  " + clause).effects()).containsExactly(effect);
  }

  @Test
  void everyVerbIsCovered() {
    assertThat(clauses().map(row -> ((String) row.get()[0]).split(" ")[0]))
        .containsAll(Vocabulary.VERBS);
  }

  @Test
  void clausesKeepTheirOrderAndTheRangeComesLast() {
    Member member = member("run(a)  since 21; chains; runs a on caller; until 25");
    assertThat(member.effects())
        .containsExactly(
            new Effect.Chains(RECEIVER),
            runs(0, Place.CALLER, Context.CALLER, NOTHING),
            new Effect.HoldsFor(21, 25));
  }

  @Test
  void labelsGiveTheArityAndNewGivesTheConstructor() {
    assertThat(member("run()  chains").arity()).isZero();
    assertThat(member("run(a, b, c)  chains").arity()).isEqualTo(3);
    assertThat(member("run(*)  chains").arity()).isEqualTo(Member.ANY);
    assertThat(member("new(a)  copies a").name()).isEqualTo("<init>");
  }

  @Test
  void labelsMayBeWordsThatClausesUseElsewhere() {
    assertThat(member("run(executor, timeout)  runs timeout on executor executor").effects())
        .containsExactly(runs(1, Place.EXECUTOR, Context.UNKNOWN, 0));
    assertThat(member("get(timeout)  waits on future, timeout timeout").effects())
        .containsExactly(new Effect.Waits("future", 0));
    assertThat(member("on(executor)  shifts upstream to executor").effects())
        .containsExactly(new Effect.Shifts(true, new Where(Place.EXECUTOR, Context.UNKNOWN, 0)));
  }

  @Test
  void commentsEndALineButNotAQuotedText() {
    Member member = member("run()  instead \"use  # this\"  # and not that; chains");
    assertThat(member.effects()).containsExactly(new Effect.Instead("use  # this"));
  }

  private static Arguments clause(String text, Effect effect) {
    return Arguments.of(text, effect);
  }

  private static Effect runs(int param, Place place, Context context, int executor) {
    return new Effect.Runs(param, new Where(place, context, executor), false, false);
  }

  private static Effect emits(Place place, Context context, int executor) {
    return new Effect.Emits(new Where(place, context, executor));
  }

  private static Member member(String line) {
    String text = "library demo 1\ntype demo.Task\n  " + line + "\n";
    List<Member> members = KnowledgeFiles.load(Map.of("demo.knowledge", text)).members().toList();
    assertThat(members).hasSize(1);
    return members.get(0);
  }
}
