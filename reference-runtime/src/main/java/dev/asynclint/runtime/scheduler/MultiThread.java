package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.task.Task;
import dev.asynclint.runtime.time.Timers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Runs tasks on several workers, each with a queue of its own, that take work from one another when
 * they have none. Safe for use by any thread.
 */
public final class MultiThread implements Engine {
  final Settings settings;
  final InjectQueue inject = new InjectQueue();
  final IdleWorkers idle;
  private final Host host;
  private final Timers timers;
  private final OwnedTasks owned;
  private final Worker[] workers;
  private final WorkerThread[] threads;
  private final AtomicBoolean driving = new AtomicBoolean();
  private volatile Worker driver;

  /** Null while nobody uses any. */
  private volatile Events events;

  private volatile boolean stopped;

  /**
   * Makes the workers; {@link #start} starts them.
   *
   * @param names name of the thread of a worker, by its index
   * @param stackBytes size of the stacks in bytes; 0 for the default of the machine
   * @param probes makes what sees the polls of one worker; may give null
   */
  public MultiThread(
      Settings settings,
      Host host,
      Timers timers,
      OwnedTasks owned,
      IntFunction<String> names,
      long stackBytes,
      Supplier<Probe> probes) {
    this.settings = settings;
    this.host = host;
    this.timers = timers;
    this.owned = owned;
    this.idle = new IdleWorkers(settings.workers());
    this.workers = new Worker[settings.workers()];
    this.threads = new WorkerThread[settings.workers()];
    for (int i = 0; i < workers.length; i++) {
      Context cx = Context.of(host, settings.seed() + 0x9E3779B97F4A7C15L * (i + 1), i);
      workers[i] = new Worker(i, this, cx, probes.get());
      this.threads[i] = new WorkerThread(workers[i], stackBytes, names.apply(i));
    }
  }

  /** Starts the threads; once. */
  public void start() {
    for (Thread thread : threads) {
      thread.start();
    }
  }

  int workers() {
    return workers.length;
  }

  Worker worker(int index) {
    return workers[index];
  }

  boolean isStopped() {
    return stopped;
  }

  /** The worker whose thread this is; null for others. */
  private Worker here() {
    return Thread.currentThread() instanceof WorkerThread thread && thread.worker.pool == this
        ? thread.worker
        : null;
  }

  /** A thread that knows its worker, which spares every wake a look-up. */
  private static final class WorkerThread extends Thread {
    private final Worker worker;

    WorkerThread(Worker worker, long stackBytes, String name) {
      super(null, worker, name, stackBytes);
      this.worker = worker;
      setDaemon(true);
    }
  }

  @Override
  public void schedule(Task<?> task) {
    schedule(task, false);
  }

  @Override
  public void reschedule(Task<?> task) {
    schedule(task, true);
  }

  private void schedule(Task<?> task, boolean last) {
    Worker worker = here();
    if (worker != null) {
      worker.schedule(task, last);
    } else {
      inject.push(task);
      notifyOne();
    }
  }

  @Override
  public void ended(Task<?> task) {
    owned.remove(task);
  }

  void notifyOne() {
    int worker = idle.toNotify();
    if (worker >= 0) {
      workers[worker].parker.unpark();
    }
  }

  /** Before the last worker that searched sleeps: something may have come since it looked. */
  void notifyIfWork() {
    boolean work = inject.size() > 0;
    for (int i = 0; i < workers.length && !work; i++) {
      work = !workers[i].queue.isEmpty();
    }
    if (work) {
      notifyOne();
    }
  }

  /** Puts a worker to sleep: with an eye on timers and events when no other has that already. */
  void park(Worker worker) {
    // Left over from a task: a thread that stays interrupted cannot sleep.
    Thread.interrupted();
    if (!driving.compareAndSet(false, true)) {
      worker.parker.park();
      return;
    }
    driver = worker;
    try {
      long nanos = timers.untilNext();
      if (nanos != 0) {
        // Read after the driver is known: whoever brings events in between wakes it.
        worker.parker.parkNanos(nanos, events);
      }
      timers.fire();
    } finally {
      driver = null;
      driving.set(false);
    }
  }

  /** Fires what is due, without waiting, when nobody else is at it. */
  void turnDriver() {
    if (driving.compareAndSet(false, true)) {
      try {
        timers.fire();
        Events looked = events;
        if (looked != null) {
          looked.await(0);
        }
      } finally {
        driving.set(false);
      }
    }
  }

  @Override
  public void wakeDriver() {
    Worker asleep = driver;
    if (asleep != null) {
      asleep.parker.unpark();
    } else {
      notifyOne();
    }
  }

  @Override
  public void watch(Events watched) {
    events = watched;
    wakeDriver();
  }

  @Override
  public <T> T blockOn(Async<T> async) throws Exception {
    Context cx = Context.of(host, settings.seed());
    Context before = Context.enter(cx);
    Parker parker = new Parker();
    try {
      for (; ; ) {
        cx.begin(parker::unpark, settings.operationsPerPoll());
        Poll<T> polled = async.poll(cx);
        if (polled.isReady()) {
          return polled.value();
        }
        cx.wakeDeferred();
        parker.park();
        Interrupts.check(async);
      }
    } finally {
      Context.enter(before);
    }
  }

  @Override
  public void stop() {
    stopped = true;
    for (Worker worker : workers) {
      worker.parker.unpark();
    }
  }

  @Override
  public boolean awaitStopped(long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    for (Thread thread : threads) {
      long left = nanos < 0 ? 0 : Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
      thread.join(left);
      if (thread.isAlive()) {
        return false;
      }
    }
    for (Worker worker : workers) {
      worker.drain();
    }
    return true;
  }

  @Override
  public EngineMetrics metrics() {
    long peak = 0;
    for (Worker worker : workers) {
      peak = Math.max(peak, worker.counters.peakQueue);
    }
    return new EngineMetrics(
        workers.length,
        sum(c -> c.polls),
        sum(c -> c.localSchedules),
        sum(c -> c.remoteSchedules),
        sum(c -> c.overflows),
        sum(c -> c.steals),
        sum(c -> c.stealOperations),
        sum(c -> c.parks),
        sum(c -> c.noops),
        sum(c -> c.lifoPolls),
        sum(c -> c.forcedYields),
        inject.size(),
        inject.peak(),
        (int) peak);
  }

  private long sum(ToLongFunction<WorkerCounters> counter) {
    long all = 0;
    for (Worker worker : workers) {
      all += counter.applyAsLong(worker.counters);
    }
    return all;
  }
}
