package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A call or creation, with what stands around it. */
public final class CallSite {
  final Body body;
  final Op op;
  final Frame frame;
  final List<Lock> held;
  final List<String> released;
  final Guard guards;
  private final Member model;

  /** Calls made on its result, and calls that take it as an argument; kept by {@link Chains}. */
  List<CallSite> next = List.of();

  List<CallSite> takers = List.of();

  /** Kept by {@link Index}; set more than once by several threads, always to the same. */
  List<Index.Callee> callees;

  /** Kept by {@link Waiting} in the same way. */
  Optional<Waiting.Event> event;

  CallSite(
      Body body,
      Models models,
      Op op,
      Frame frame,
      List<Lock> held,
      List<String> released,
      Guard guards) {
    this.body = body;
    this.op = op;
    this.frame = frame;
    this.held = held;
    this.released = released;
    this.guards = guards;
    this.model = models.model(target(op)).orElse(null);
  }

  private static Target target(Op op) {
    return op instanceof Op.Call call ? call.target() : ((Op.New) op).target();
  }

  Target target() {
    return target(op);
  }

  boolean isNew() {
    return op instanceof Op.New;
  }

  int result() {
    return op instanceof Op.Call call ? call.result() : ((Op.New) op).result();
  }

  Value receiver() {
    return op instanceof Op.Call call ? call.receiver() : Value.UNKNOWN;
  }

  List<Value> args() {
    return op instanceof Op.Call call ? call.args() : ((Op.New) op).args();
  }

  /** An argument by position, or the receiver; unknown when there is none. */
  Value operand(int position) {
    if (position == Effect.RECEIVER) {
      return receiver();
    }
    List<Value> args = args();
    return position >= 0 && position < args.size() ? args.get(position) : Value.UNKNOWN;
  }

  /** Erased declared type of a parameter, or unknown. */
  String parameterType(int position) {
    if (!(target() instanceof Target.Known known) || known.parameters().length() < 3) {
      return Types.UNKNOWN;
    }
    String list = known.parameters();
    String[] types = list.substring(1, list.length() - 1).split(",");
    return position >= 0 && position < types.length ? types[position] : Types.UNKNOWN;
  }

  /** Erased type of the result. */
  String type() {
    return op instanceof Op.Call call ? call.type() : ((Op.New) op).type();
  }

  /** Erased static type of the receiver, or unknown. */
  String receiverType() {
    Target target = target();
    if (target instanceof Target.Known known) {
      return known.receiver();
    }
    return target instanceof Target.Unknown unknown ? unknown.receiver() : Types.UNKNOWN;
  }

  Optional<Member> model() {
    return Optional.ofNullable(model);
  }

  <E extends Effect> Optional<E> effect(Class<E> kind) {
    return model == null ? Optional.empty() : model.effect(kind);
  }

  boolean has(Effect.Flag flag) {
    return model != null && model.has(flag);
  }

  /** The simple name of what is called. */
  String name() {
    return target().name();
  }

  /** What a reader calls it: {@code Type.name}, or {@code new Type}. */
  public String display() {
    if (isNew()) {
      return "new " + Body.simple(type());
    }
    Target target = target();
    String owner =
        target instanceof Target.Known known
            ? (known.receiver().equals(Types.UNKNOWN) ? known.owner() : known.receiver())
            : receiverType();
    return owner.equals(Types.UNKNOWN) ? name() : Body.simple(owner) + "." + name();
  }

  /** The name token. */
  public Place place() {
    int length = isNew() ? Body.simple(type()).length() : name().length();
    return new Place(body.unit, op.origin(), length);
  }

  /** Simple name of the type of the result. */
  public String resultType() {
    return Body.simple(type());
  }

  /** The word for what it waits for, "file", "future"; empty when it does not wait. */
  public String waitsFor() {
    return body.program.event(this).map(Waiting.Event::kind).orElse("");
  }

  /** Whether it was measured to take no longer than a poll may. */
  boolean isOverWithin(Duration poll) {
    return effect(Effect.Measured.class)
        .filter(measured -> measured.row().time().compareTo(poll) <= 0)
        .isPresent();
  }

  /** What to use instead in async code; empty when knowledge has no advice. */
  public String alternative() {
    return effect(Effect.Instead.class).map(Effect.Instead::text).orElse("");
  }

  /** What each run of this call adds without a bound; empty when nothing. */
  public Optional<Started> spawnsWithoutLimit() {
    return body.program.spawning().unlimited(this);
  }

  /** Whether it subscribes to a publisher per item, more than a limit at a time. */
  public Answer fansOut(int limit) {
    return model == null
        ? Answer.UNKNOWN
        : Answer.of(body.program.spawning().fansOutFreely(this, limit));
  }

  /** Whether a loop stands around it in the same callable. */
  public boolean standsInLoop() {
    return Frame.loop(frame).isPresent();
  }

  /** Whether it leaves to the common pool what an overload would run on an executor it is given. */
  public boolean takesTheCommonPool() {
    return body.program.spawning().takesCommonPool(this);
  }

  /** Whether the work this call starts begins by taking a permit, when it is already there. */
  public boolean limitsInsideTheTask() {
    return body.program.spawning().limitedInside(this);
  }

  /** The first remote call that the functions given to this call make. */
  public Optional<CallSite> remoteCall() {
    return body.program.spawning().remoteCall(this);
  }

  /** Whether it is repeated as often as there is data, not up to a constant limit. */
  public Answer isRepeatedOverData(int limit) {
    return body.program.repetition().isOverData(this, limit);
  }

  /** Whether the data its receiver emits may be endless or large, not spelled out or cut. */
  public Answer isOverData(int limit) {
    return body.program.repetition().isUnbounded(new Repetition.Cycle(body, null, this), limit);
  }

  /** Whether a permit, or a wait in the same loop, limits how many run at a time. */
  public Answer isThrottled() {
    return Answer.of(body.program.repetition().isThrottled(this));
  }

  /**
   * Whether it copies the same value again for every item.
   *
   * @param few elements spelled out in the source that are too few to count
   */
  public Answer copiesPerItem(int few) {
    return body.program.copying().perItem(this, few);
  }

  /** Whether its copy is only looked at, while neither copy nor original changes. */
  public Answer copyIsReadOnly() {
    return body.program.copying().isReadOnly(this);
  }

  @Override
  public String toString() {
    return place().brief() + " " + display();
  }
}
