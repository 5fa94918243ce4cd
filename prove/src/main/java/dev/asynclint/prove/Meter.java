package dev.asynclint.prove;

/** What can be measured of a line of a twin. */
public enum Meter {
  /** Calls that kept a loop waiting: a worker of the runtime, an I/O thread or a CPU pool. */
  BLOCKED_CALLS("calls", "blocking calls on a loop", Recorded.BLOCKING),
  /** The longest of those. */
  BLOCKED_TIME("ns", "longest blocking call on a loop", Recorded.BLOCKING),
  /** Processor time of the slowest poll of a loop. */
  LOOP_CPU("ns", "processor time of one poll", Recorded.NOTHING),
  /** Sleeps, of any thread. */
  SLEEPS("sleeps", "sleeps until something happens", Recorded.BLOCKING),
  /** Processor time a thread took from one line while nothing happened. */
  SPIN("ns", "processor time spent on waiting", Recorded.NOTHING),
  /** Threads that wait for what never happens. */
  STUCK("threads", "threads that wait for ever", Recorded.NOTHING),
  /** Locks a thread held while it waited for an answer. */
  HELD_LOCKS("locks", "locks held over a wait", Recorded.NOTHING),
  /** Times a thread waited until answers came. */
  ROUNDS("rounds", "waits one after the other", Recorded.NOTHING),
  /** Calls of the other end. */
  REMOTE_CALLS("calls", "remote calls", Recorded.NOTHING),
  /** Threads started. */
  THREADS("threads", "threads started", Recorded.STARTS),
  /** Objects made of the type of the claim. */
  INSTANCES("objects", "objects made", Recorded.ALLOCATIONS),
  /** Bytes allocated. */
  BYTES("B", "bytes allocated", Recorded.ALLOCATIONS),
  /** The most that a thing held; of the line that made the only object of the type of the claim. */
  LEVEL("items", "most at a time", Recorded.ALLOCATIONS),
  /** Bytes a task kept while it was suspended. */
  KEPT("B", "bytes kept by a suspended task", Recorded.NOTHING),
  /** Failures that nobody was told of. */
  FAILURES("failures", "failures", Recorded.NOTHING),
  /** Uses of a thing after its time. */
  LATE_USES("uses", "uses after the end", Recorded.NOTHING),
  /** Publishers made and never asked for their items. */
  UNSUBSCRIBED("publishers", "publishers nobody subscribed to", Recorded.NOTHING),
  /** Times an operator subscribed to its source. */
  ATTEMPTS("attempts", "subscriptions to the source", Recorded.NOTHING),
  /** Things sent while the other end did not take any. */
  UNWRITABLE("writes", "writes to a full channel", Recorded.NOTHING),
  /** Work that a framework was to move to another thread, done by the thread that asked for it. */
  OWN_THREAD("calls", "work left on the caller's thread", Recorded.NOTHING),
  /** Functions that the common pool ran. */
  SHARED("tasks", "tasks run by the common pool", Recorded.NOTHING),
  /** Operators that are asked for items, never send one again and ask for none themselves. */
  STALLED("streams", "streams that never go on", Recorded.NOTHING),
  /** Subscriptions that are there when what started them has been cancelled. */
  OUTLIVING("subscriptions", "subscriptions left after a cancellation", Recorded.NOTHING),
  /** Stages or operators that fail while what they stand on does not. */
  BROKEN("stages", "stages that fail", Recorded.NOTHING),
  /** Promises somebody waits for, when all that could complete them has ended. */
  OPEN_PROMISES("promises", "promises that stay open", Recorded.NOTHING),
  /** The most items that were read and not yet done with. */
  AHEAD("items", "items read ahead", Recorded.NOTHING),
  /** Items that were read and that nobody was ever done with. */
  LOST("items", "items lost", Recorded.NOTHING),
  /** The most jobs that were done at a time: by their lines, or by the operator that began them. */
  IN_FLIGHT("jobs", "jobs at a time", Recorded.NOTHING),
  /** Waits of virtual threads that kept their carriers. */
  PINNED("waits", "waits that keep a carrier", Recorded.PINNING);

  private final String unit;
  private final String words;
  private final Recorded recorded;

  /** What a flight recording has to see. */
  enum Recorded {
    NOTHING,
    BLOCKING,
    STARTS,
    PINNING,
    ALLOCATIONS
  }

  Meter(String unit, String words, Recorded recorded) {
    this.unit = unit;
    this.words = words;
    this.recorded = recorded;
  }

  /** The unit of its values. */
  public String unit() {
    return unit;
  }

  /** What it measures, for people. */
  public String words() {
    return words;
  }

  /** Whether it looks at operators of Reactor. */
  boolean watchesReactor() {
    return switch (this) {
      case UNSUBSCRIBED, ATTEMPTS, FAILURES, IN_FLIGHT -> true;
      default -> watchesSignals();
    };
  }

  /** Whether it looks at what goes through them. */
  boolean watchesSignals() {
    return this == STALLED || this == OUTLIVING || this == BROKEN;
  }

  /** Whether it looks at the stages that stand on an answer. */
  boolean watchesStages() {
    return this == BROKEN || this == OPEN_PROMISES;
  }

  Recorded recorded() {
    return recorded;
  }
}
