package dev.asynclint.runtime;

import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.scheduler.Probe;
import dev.asynclint.runtime.scheduler.Settings;
import dev.asynclint.runtime.time.Timers;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Settings of a runtime. Every setter refuses what makes no sense. Not safe for several threads.
 */
public final class RuntimeBuilder {
  private static final int EVENT_INTERVAL = 61;
  private static final int CURRENT_THREAD_INJECT_INTERVAL = 31;

  boolean currentThread;
  boolean timeEnabled = true;
  boolean startPaused;
  int maxBlockingThreads = Budgets.DEFAULT.blockingPoolSize();
  Duration keepAlive = Duration.ofSeconds(10);
  Supplier<String> threadName = () -> "asynclint";
  long stackBytes;
  Metering metering;
  private int workers = Runtime.getRuntime().availableProcessors();
  private int operationsPerPoll = Budgets.DEFAULT.operationsPerPoll();
  private int eventInterval = EVENT_INTERVAL;
  private int injectInterval;
  private long seed = 1;
  private boolean explore;
  private boolean detectStalls;
  private Supplier<Probe> probes = () -> null;

  RuntimeBuilder() {}

  /** All tasks on the thread that calls {@code blockOn}. */
  public RuntimeBuilder currentThread() {
    currentThread = true;
    return this;
  }

  /** Threads that poll tasks; at least 1. The default is the number of cores. */
  public RuntimeBuilder workerThreads(int count) {
    workers = atLeast("workerThreads", count, 1);
    return this;
  }

  /** Most threads for blocking calls; at least 1. The default is 512. */
  public RuntimeBuilder maxBlockingThreads(int count) {
    maxBlockingThreads = atLeast("maxBlockingThreads", count, 1);
    return this;
  }

  /** How long a thread for blocking calls waits for work; the default is 10 seconds. */
  public RuntimeBuilder threadKeepAlive(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("threadKeepAlive must not be negative: " + time);
    }
    keepAlive = time;
    return this;
  }

  /** What the names of all threads begin with. */
  public RuntimeBuilder threadName(String name) {
    Objects.requireNonNull(name, "name");
    return threadName(() -> name);
  }

  /** The same, asked for every thread. */
  public RuntimeBuilder threadName(Supplier<String> names) {
    threadName = Objects.requireNonNull(names, "names");
    return this;
  }

  /** Size of thread stacks in bytes; the machine may round it. 0 is its default. */
  public RuntimeBuilder threadStackSize(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("threadStackSize must not be negative: " + bytes);
    }
    stackBytes = bytes;
    return this;
  }

  /** Tasks between two looks at the timers; at least 1. The default is 61. */
  public RuntimeBuilder eventInterval(int tasks) {
    eventInterval = atLeast("eventInterval", tasks, 1);
    return this;
  }

  /**
   * Turns after which tasks from outside come first; at least 1. The default follows the length of
   * polls, or is 31 on the current thread.
   */
  public RuntimeBuilder globalQueueInterval(int turns) {
    injectInterval = atLeast("globalQueueInterval", turns, 1);
    return this;
  }

  /** Operations a task may complete in one turn; at least 1. The default is 128. */
  public RuntimeBuilder operationsPerPoll(int operations) {
    operationsPerPoll = atLeast("operationsPerPoll", operations, 1);
    return this;
  }

  /** Whether there are timers; the default is that there are. */
  public RuntimeBuilder enableTime(boolean enabled) {
    timeEnabled = enabled;
    return this;
  }

  /** Time stands still and jumps to the next timer when nothing can run; current thread alone. */
  public RuntimeBuilder startPaused(boolean paused) {
    startPaused = paused;
    return this;
  }

  /** The seed of all choices; the same seed, the same choices. The default is 1. */
  public RuntimeBuilder rngSeed(long value) {
    seed = value;
    return this;
  }

  /** Lets the seed choose which task runs next; current thread alone. */
  public RuntimeBuilder explore(boolean enabled) {
    explore = enabled;
    return this;
  }

  /** Fails when nothing can ever wake what is waited for; current thread with a paused clock. */
  public RuntimeBuilder detectStalls(boolean enabled) {
    detectStalls = enabled;
    return this;
  }

  /** What sees every poll; asked once for each thread that polls. */
  public RuntimeBuilder probes(Supplier<Probe> each) {
    probes = Objects.requireNonNull(each, "each");
    return this;
  }

  /** Measures tasks; {@link AsyncRuntime#meters} tells. The default is to measure nothing. */
  public RuntimeBuilder metering(Metering what) {
    metering = Objects.requireNonNull(what, "what");
    return this;
  }

  Probe probe() {
    return probes.get();
  }

  Timers timers(Runnable earlier) {
    return new Timers(System::nanoTime, startPaused, currentThread ? 1 : workers, earlier);
  }

  Settings scheduling() {
    int inject = injectInterval;
    if (currentThread && inject == 0) {
      inject = CURRENT_THREAD_INJECT_INTERVAL;
    }
    return new Settings(
        workers, operationsPerPoll, eventInterval, inject, seed, explore, detectStalls);
  }

  /**
   * Makes the runtime and starts its workers.
   *
   * @throws IllegalStateException when settings contradict each other
   */
  public AsyncRuntime build() {
    if (!currentThread && (startPaused || explore || detectStalls)) {
      throw new IllegalStateException(
          "a paused clock, exploring and stall detection need the current-thread flavour");
    }
    if (detectStalls && !startPaused) {
      throw new IllegalStateException("stalls can only be told while the clock is paused");
    }
    return new AsyncRuntime(this);
  }

  private static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " must be at least " + minimum + ", not " + value);
    }
    return value;
  }
}
