package dev.asynclint.runtime.poll;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a poll may use: the waker of its task, its budget, and its runtime. Belongs to the thread
 * that polls and must not be kept beyond the poll.
 *
 * <p>A computation that takes part in cooperative scheduling asks {@link #proceed} before it takes
 * anything and says {@link #progress} when it got it: an attempt that ends pending is free.
 */
public final class Context {
  /** A budget without end. */
  public static final int UNCONSTRAINED = -1;

  private static final ThreadLocal<Context> CURRENT = new ThreadLocal<>();

  private final Context root;
  private final Host host;
  private final int worker;
  private final Deque<Waker> deferred;
  private Waker waker;
  private int budget = UNCONSTRAINED;
  private int operations;
  private long forcedYields;
  private long yields;
  private Witness witness;
  private long random;

  private Context(Context root, Host host, int worker, Waker waker, long seed) {
    this.root = root == null ? this : root;
    this.host = host;
    this.worker = worker;
    this.waker = waker;
    this.deferred = root == null ? new ArrayDeque<>() : root.deferred;
    this.random = seed == 0 ? 0x9E3779B97F4A7C15L : seed;
  }

  /** The context of a thread that polls tasks and is no worker, or the only one. */
  public static Context of(Host host, long seed) {
    return of(host, seed, 0);
  }

  /**
   * The context of a worker.
   *
   * @param worker its index among those of its runtime, from 0
   */
  public static Context of(Host host, long seed, int worker) {
    return new Context(null, host, worker, Waker.NONE, seed);
  }

  /** The same poll with another waker, for a parent that wants to know which child woke. */
  public Context with(Waker other) {
    return new Context(root, host, worker, other, 1);
  }

  /** The context of the poll this thread is in; null outside of one. */
  public static Context current() {
    return CURRENT.get();
  }

  /** Makes this the context of the current thread, or ends that with null; gives the one before. */
  public static Context enter(Context context) {
    Context before = CURRENT.get();
    if (context == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(context);
    }
    return before;
  }

  /** Starts a poll: a full budget for a new task. Only for whoever owns the context. */
  public void begin(Waker task, int operationsAllowed) {
    waker = task;
    budget = operationsAllowed;
    operations = 0;
  }

  /**
   * Goes on with another task on what is left of the budget, as the slot of the last woken does.
   */
  public void goOn(Waker task) {
    waker = task;
  }

  /** Whom to call when there is more to do. */
  public Waker waker() {
    return waker;
  }

  /** The runtime. */
  public Host host() {
    return host;
  }

  /** Index of the worker that polls; 0 when the thread is none. */
  public int worker() {
    return worker;
  }

  /**
   * Whether the budget allows another operation. If not, the task is woken after the others and the
   * timers have had their turn, and the computation must return pending.
   */
  public boolean proceed() {
    if (root.budget != 0) {
      return true;
    }
    root.deferred.add(waker);
    return false;
  }

  /** Whether anything is left of the budget; asks without consequence. */
  public boolean hasBudget() {
    return root.budget != 0;
  }

  /** Takes one operation off the budget: something was got. */
  public void progress() {
    Context shared = root;
    shared.operations++;
    if (shared.budget > 0 && --shared.budget == 0) {
      shared.forcedYields++;
    }
  }

  /** What is left of the budget, or {@link #UNCONSTRAINED}. */
  public int budget() {
    return root.budget;
  }

  /** Sets what is left, for computations that run without a limit or give some back. */
  public void budget(int left) {
    root.budget = left;
  }

  /** Operations since the poll began. */
  public int operations() {
    return root.operations;
  }

  /** How often a task used up its budget on this thread. */
  public long forcedYields() {
    return root.forcedYields;
  }

  /** Wakes later: after the timers had their turn. */
  public void defer(Waker later) {
    root.yields++;
    root.deferred.add(later);
  }

  /** How often a computation let others have a turn on this thread without being made to. */
  public long yields() {
    return root.yields;
  }

  /** Who is told what the task does that is polled; null when nobody is. */
  public Witness witness() {
    return root.witness;
  }

  /** Begins to tell, or ends it with null. Only for whoever owns the context. */
  public void witness(Witness told) {
    root.witness = told;
  }

  /** Whether wakes were put off. */
  public boolean hasDeferred() {
    return !deferred.isEmpty();
  }

  /** Does the wakes that were put off so far. */
  public void wakeDeferred() {
    for (int left = deferred.size(); left > 0; left--) {
      deferred.poll().wake();
    }
  }

  /**
   * A number from 0 below a bound, from the seed of the runtime: the same run, the same numbers.
   */
  public int random(int bound) {
    Context shared = root;
    long x = shared.random;
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
    shared.random = x;
    return (int) Long.remainderUnsigned(x, bound);
  }
}
