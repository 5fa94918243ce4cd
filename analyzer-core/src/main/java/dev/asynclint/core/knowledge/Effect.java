package dev.asynclint.core.knowledge;

/**
 * One thing a member does. Parameters are positions from 0 at the call site; {@link #RECEIVER}
 * stands for the receiver and {@link #NOTHING} for "none".
 */
public sealed interface Effect {
  /** The receiver in place of a parameter. */
  int RECEIVER = -1;

  /** No parameter. */
  int NOTHING = -2;

  /** Keeps the thread until something outside the program answers. */
  record Blocks(String kind, int timeout) implements Effect {}

  /** May keep the thread, depending on configuration or platform. */
  record MaybeBlocks(String kind) implements Effect {}

  /** How long it takes was measured: what it costs the processor, or when it need not wait. */
  record Measured(CostTable.Row row) implements Effect {}

  /** Why no row of the cost table tells how long it takes. */
  record Unmeasured(String reason) implements Effect {}

  /** Keeps the thread until other work of this program completes. */
  record Waits(String kind, int timeout) implements Effect {}

  /** What to use instead in async code. */
  record Instead(String text) implements Effect {}

  /** An argument is called. */
  record Runs(int param, Where where, boolean lazily, boolean perItem) implements Effect {}

  /** Where something runs: a kind, with the context or parameter it needs. */
  record Where(Place place, Context context, int param) {
    /** The kind of place. */
    public enum Place {
      /** A context the API owns. */
      CONTEXT,
      /** During the call, on its thread. */
      CALLER,
      /** Where the receiver emits. */
      UPSTREAM,
      /** Where the chain is subscribed. */
      SUBSCRIBER,
      /** The thread that completes the receiver. */
      COMPLETER,
      /** The executor in a parameter. */
      EXECUTOR,
      /** The receiver is the executor. */
      RECEIVER,
      /** The event loop or context object that is the receiver. */
      OWNER,
      /** Not known. */
      UNKNOWN
    }
  }

  /**
   * The result is an executor, scheduler or thread.
   *
   * @param core how many threads it keeps before tasks wait
   * @param size how many threads it has at most
   * @param queue how many tasks may wait
   */
  record Makes(Context context, Amount core, Amount size, Amount queue) implements Effect {
    /** One that has as many threads before tasks wait as after. */
    public Makes(Context context, Amount size, Amount queue) {
      this(context, Amount.UNSTATED, size, queue);
    }
  }

  /** The receiver, an executor, is given a number by a parameter. */
  record States(Part part, int param) implements Effect {}

  /** What an executor can be given a number for. */
  enum Part {
    /** Threads it keeps before tasks wait. */
    CORE,
    /** Threads it has at most. */
    SIZE,
    /** Tasks that may wait. */
    QUEUE
  }

  /**
   * A number stated by a knowledge line.
   *
   * @param kind what is stated
   * @param value the constant or the parameter
   */
  record Amount(Kind kind, int value) {
    /** How the number is stated. */
    public enum Kind {
      /** Not stated. */
      UNSTATED,
      /** By a parameter. */
      PARAM,
      /** A constant. */
      CONSTANT,
      /** As many as there are cores. */
      CORES,
      /** Without a bound. */
      UNBOUNDED
    }

    /** Nothing is stated. */
    public static final Amount UNSTATED = new Amount(Kind.UNSTATED, 0);
  }

  /** A scheduler hop; {@code upstream} for subscribeOn, otherwise publishOn. */
  record Shifts(boolean upstream, Where to) implements Effect {}

  /** The result is the next stage of a chain: the receiver's, or the one in a parameter. */
  record Chains(int from) implements Effect {}

  /** A source whose signals come on a place. */
  record Emits(Where where) implements Effect {}

  /** A lock or permit of the receiver is got. */
  record Acquires(Held held, boolean tries) implements Effect {}

  /** A lock or permit of the receiver is given back. */
  record Releases(Held held) implements Effect {}

  /** What is held. */
  enum Held {
    /** Bound to the owning thread. */
    LOCK,
    /** Not bound to a thread. */
    PERMIT
  }

  /** A boolean result that tells something when true. */
  record Guards(Guard guard) implements Effect {}

  /** What a true result tells. */
  enum Guard {
    /** This thread is the loop. */
    LOOP,
    /** The receiver is complete. */
    DONE,
    /** The receiver can take more. */
    READY,
    /** The thread is asked to stop. */
    INTERRUPT
  }

  /** Starts work that runs on without the caller; {@code NOTHING} when the receiver is the work. */
  record Spawns(int param) implements Effect {}

  /** Subscribes to many publishers at a time; {@code NOTHING} for no bound. */
  record FansOut(int concurrency) implements Effect {}

  /** The result completes when everything in the parameter has. */
  record Joins(int param) implements Effect {}

  /** The argument is evaluated when the chain is built. */
  record TakesEagerly(int param) implements Effect {}

  /** A parameter or the receiver stays valid after the call it was given to returns. */
  record Keeps(int what) implements Effect {}

  /** Copies a parameter or the receiver, at a cost that grows with its size. */
  record Copies(int from) implements Effect {}

  /** Calls its functions once per item of a parameter or the receiver. */
  record Iterates(int over) implements Effect {}

  /** The items of a collection come one by one: a parameter's, or what it gives as a function. */
  record Expands(int param) implements Effect {}

  /** Does its work again after a failure; {@code NOTHING} for as often as it takes. */
  record Retries(int times) implements Effect {}

  /** Waits as long as it takes unless a bound was set on the receiver or in the parameter. */
  record NeedsTimeout(int from) implements Effect {}

  /**
   * The result holds what a function returns.
   *
   * @param flat the member that takes functions with such results in its place; empty for none
   */
  record Maps(int param, String flat) implements Effect {}

  /**
   * Starts a chain whose result nobody can wait for.
   *
   * @param failures the parameter told of failures, or {@code NOTHING}
   */
  record Subscribes(int failures) implements Effect {}

  /** Runs an argument again and again, until it fails once. */
  record Repeats(int param) implements Effect {}

  /**
   * What to give in place of null: this member, with null as its argument if it takes one.
   *
   * @param type the type whose null is meant; empty for the owner of the member
   */
  record ReplacesNull(String type) implements Effect {}

  /** Effects without arguments. */
  enum Flag implements Effect {
    /** Processes items one at a time. */
    SEQUENTIAL,
    /** Limits what is in flight. */
    BOUNDS,
    /** Completes the receiver. */
    COMPLETES,
    /** The result is complete from the start. */
    COMPLETED,
    /** Changes the receiver. */
    MUTATES,
    /** The lock that is acquired, or that is the result, may have many holders at a time. */
    SHARED,
    /** Only looks at the receiver. */
    READS,
    /** The result is the receiver, or a view of it. */
    FLUENT,
    /** The result keeps as much memory as there is data behind the call. */
    RETURNS_LARGE,
    /** The result does nothing until it is subscribed, though its type does not say so. */
    RETURNS_COLD,
    /** Needs much processor time. */
    COSTS_CPU,
    /** Expensive to create. */
    ALLOCATES_HEAVY,
    /** Ends the receiver and gives back what it holds. */
    CLOSES,
    /** Does nothing when there is no room, which only its result tells. */
    MAY_REFUSE,
    /** What it makes keeps any number of items that nobody has taken yet. */
    QUEUES_UNBOUNDED,
    /** Puts an item where others take it from. */
    ENQUEUES,
    /** Takes an item that others have put there. */
    DEQUEUES,
    /** Hands an item on without waiting for whoever takes it; the receiver tells when it may. */
    FEEDS,
    /** The result has all items of the receiver as one collection. */
    GATHERS,
    /** Splits its items into groups, each of which has to be subscribed for the others to go on. */
    GROUPS,
    /** The result is a function that gives back what it is given. */
    IDENTITY,
    /** Threads of the executor it makes run other tasks while they wait for one of them. */
    HELPS,
    /** Hands the receiver, a task, to the other threads of the pool it is called in. */
    FORKS,
    /** Asks a thread to stop. */
    INTERRUPTS,
    /** Gives up its wait with an exception when its thread is asked to stop. */
    INTERRUPTIBLE,
    /** States how long the receiver, or what is made of it, may take. */
    SETS_TIMEOUT,
    /** Puts time between one attempt and the next. */
    DELAYS,
    /** Failures of the receiver are seen to. */
    HANDLES_FAILURES,
    /** Sets what is done with failures that nothing else sees to. */
    HOOKS_FAILURES,
    /** Items of the receiver are thrown away. */
    DROPS_ITEMS,
    /** The result need not be looked at. */
    IGNORABLE,
    /** The result is the name of the class that the receiver is. */
    NAMES,
    /** Threads may block inside a method: the first two arguments name its class and it. */
    ALLOWS_BLOCKING,
    /** Takes back, for such a method, what one around it allows. */
    FORBIDS_BLOCKING,
    /** Overrides a blocking supertype. */
    NEVER_BLOCKS
  }

  /** Holds for Java releases from {@code since} (inclusive) below {@code until}. */
  record HoldsFor(int since, int until) implements Effect {}
}
