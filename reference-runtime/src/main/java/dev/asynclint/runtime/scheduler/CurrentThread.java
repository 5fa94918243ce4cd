package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.task.Task;
import dev.asynclint.runtime.time.Timers;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;

/**
 * Runs all tasks on the thread that waits in {@link #blockOn}; nothing runs while nobody does. With
 * one seed and a clock that stands, the same program takes the same steps.
 */
public final class CurrentThread implements Engine {
  private final Settings settings;
  private final Timers timers;
  private final OwnedTasks owned;
  private final IntSupplier blockingCalls;
  private final Probe probe;
  private final Context cx;
  private final RunQueue local;
  private final InjectQueue inject = new InjectQueue();
  private final Parker parker = new Parker();

  /** No lock with an owner: what a task holds must not be mixed up with what drives it. */
  private final Semaphore core = new Semaphore(1);

  private volatile Thread driver;

  /** Null while nobody uses any. */
  private volatile Events events;

  private int tick;
  private long polls;
  private long localSchedules;
  private long remoteSchedules;
  private long parks;
  private int peakQueue;

  /**
   * A scheduler without tasks.
   *
   * @param blockingCalls what waits or runs on threads of its own and may wake a task: while there
   *     is any, a clock that stands is not advanced
   * @param probe sees every poll; may be null
   */
  public CurrentThread(
      Settings settings,
      Host host,
      Timers timers,
      OwnedTasks owned,
      IntSupplier blockingCalls,
      Probe probe) {
    this.settings = settings;
    this.timers = timers;
    this.owned = owned;
    this.blockingCalls = blockingCalls;
    this.probe = probe;
    this.cx = Context.of(host, settings.seed());
    this.local = RunQueue.of(settings.explore());
  }

  /** The computation that {@link #blockOn} waits for. */
  private final class Root implements Waker {
    private volatile boolean woken = true;

    @Override
    public void wake() {
      woken = true;
      if (Thread.currentThread() != driver) {
        parker.unpark();
      }
    }

    boolean take() {
      boolean was = woken;
      woken = false;
      return was;
    }
  }

  @Override
  public void schedule(Task<?> task) {
    if (Thread.currentThread() == driver) {
      localSchedules++;
      local.add(task);
      peakQueue = Math.max(peakQueue, local.size());
    } else {
      inject.push(task);
      parker.unpark();
    }
  }

  @Override
  public void reschedule(Task<?> task) {
    schedule(task);
  }

  @Override
  public void ended(Task<?> task) {
    owned.remove(task);
  }

  @Override
  public void wakeDriver() {
    parker.unpark();
  }

  @Override
  public <T> T blockOn(Async<T> async) throws Exception {
    core.acquireUninterruptibly();
    Context before = Context.enter(cx);
    driver = Thread.currentThread();
    try {
      return drive(async, new Root());
    } finally {
      driver = null;
      Context.enter(before);
      core.release();
    }
  }

  private <T> T drive(Async<T> async, Root root) throws Exception {
    for (; ; ) {
      if (root.take()) {
        cx.begin(root, settings.operationsPerPoll());
        Poll<T> polled = async.poll(cx);
        if (polled.isReady()) {
          return polled.value();
        }
      }
      int left = settings.eventInterval();
      Task<?> task = null;
      while (left > 0 && (task = next()) != null) {
        poll(task);
        left--;
      }
      if (left == 0 || cx.hasDeferred() || root.woken) {
        timers.fire();
        look();
        cx.wakeDeferred();
      } else {
        park(root);
        Interrupts.check(async);
      }
    }
  }

  private Task<?> next() {
    tick++;
    boolean outsideFirst = tick % settings.injectInterval() == 0;
    Task<?> task = outsideFirst ? fromOutside() : local.poll(cx);
    if (task != null) {
      return task;
    }
    return outsideFirst ? local.poll(cx) : fromOutside();
  }

  private Task<?> fromOutside() {
    Task<?> task = inject.poll();
    if (task != null) {
      remoteSchedules++;
    }
    return task;
  }

  private void poll(Task<?> task) {
    polls++;
    cx.begin(task, settings.operationsPerPoll());
    if (probe == null) {
      task.run(cx);
      return;
    }
    probe.before(task);
    task.run(cx);
    probe.after(task, cx);
  }

  private void park(Root root) {
    if (timers.fire() > 0) {
      return;
    }
    parks++;
    if (!timers.isPaused()) {
      parker.parkNanos(timers.untilNext(), events);
      timers.fire();
      return;
    }
    if (look() > 0) {
      return;
    }
    if (blockingCalls.getAsInt() == 0 && inject.size() == 0 && !root.woken) {
      if (timers.advanceToNext()) {
        timers.fire();
        return;
      }
      if (settings.detectStalls() && timers.untilNext() < 0 && !expectsEvents()) {
        throw new StalledException(owned.snapshot());
      }
    }
    parker.parkNanos(-1, events);
  }

  /** Looks at the events without waiting; how many tasks they woke. */
  private int look() {
    Events looked = events;
    return looked == null ? 0 : looked.await(0);
  }

  private boolean expectsEvents() {
    Events looked = events;
    return looked != null && looked.expected();
  }

  @Override
  public void watch(Events watched) {
    events = watched;
    wakeDriver();
  }

  @Override
  public void stop() {
    wakeDriver();
  }

  @Override
  public boolean awaitStopped(long nanos) {
    return true;
  }

  @Override
  public EngineMetrics metrics() {
    return new EngineMetrics(
        1,
        polls,
        localSchedules,
        remoteSchedules,
        0,
        0,
        0,
        parks,
        0,
        0,
        cx.forcedYields(),
        inject.size(),
        inject.peak(),
        peakQueue);
  }
}
