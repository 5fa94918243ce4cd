package dev.asynclint.runtime;

import dev.asynclint.runtime.blocking.BlockingPool;
import dev.asynclint.runtime.direct.DirectTask;
import dev.asynclint.runtime.direct.RunningBodies;
import dev.asynclint.runtime.executor.RuntimeExecutor;
import dev.asynclint.runtime.meter.MeterReport;
import dev.asynclint.runtime.meter.Meters;
import dev.asynclint.runtime.meter.Peaks;
import dev.asynclint.runtime.net.Driver;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.scheduler.CurrentThread;
import dev.asynclint.runtime.scheduler.Engine;
import dev.asynclint.runtime.scheduler.EngineMetrics;
import dev.asynclint.runtime.scheduler.Events;
import dev.asynclint.runtime.scheduler.MultiThread;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.task.Scheduler;
import dev.asynclint.runtime.task.Task;
import dev.asynclint.runtime.task.TaskMeter;
import dev.asynclint.runtime.time.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A runtime: threads that poll tasks, threads that may block, and timers. Safe for use by any
 * thread. Must be closed; closing waits for blocking calls that run.
 */
public final class AsyncRuntime implements Host, AutoCloseable {
  private final OwnedTasks owned = new OwnedTasks();
  private final Timers timers;
  private final BlockingPool blocking;
  private final RunningBodies bodies = new RunningBodies(this::wakeDriver);
  private final Driver net = new Driver(this::watch);
  private final Engine engine;
  private final boolean timeEnabled;
  private final int operationsPerPoll;

  /** Null when nothing is measured. */
  private final Meters meters;

  private final AtomicBoolean closed = new AtomicBoolean();

  AsyncRuntime(RuntimeBuilder settings) {
    this.timeEnabled = settings.timeEnabled;
    this.operationsPerPoll = settings.scheduling().operationsPerPoll();
    this.meters = settings.metering == null ? null : new Meters(settings.metering);
    this.timers = settings.timers(this::wakeDriver);
    this.blocking =
        new BlockingPool(
            settings.maxBlockingThreads,
            settings.keepAlive,
            blockingThreads(settings),
            this,
            this::wakeDriver);
    if (settings.currentThread) {
      this.engine =
          new CurrentThread(
              settings.scheduling(), this, timers, owned, this::busyElsewhere, settings.probe());
    } else {
      MultiThread workers =
          new MultiThread(
              settings.scheduling(),
              this,
              timers,
              owned,
              index -> settings.threadName.get() + "-rt-worker-" + index,
              settings.stackBytes,
              settings::probe);
      this.engine = workers;
      workers.start();
    }
  }

  /** Settings of a runtime, all at their defaults: as many workers as there are cores. */
  public static RuntimeBuilder builder() {
    return new RuntimeBuilder();
  }

  /**
   * The runtime that polls on this thread.
   *
   * @throws IllegalStateException outside of a runtime
   */
  public static AsyncRuntime current() {
    Context here = Context.current();
    if (here == null) {
      throw new IllegalStateException("this thread is outside of a runtime");
    }
    return here.host().service(AsyncRuntime.class);
  }

  private static java.util.concurrent.ThreadFactory blockingThreads(RuntimeBuilder settings) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      String name = settings.threadName.get() + "-rt-blocking-" + number.getAndIncrement();
      Thread thread = new Thread(null, work, name, settings.stackBytes);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** What runs on threads that nobody polls on, and may wake tasks. */
  private int busyElsewhere() {
    return blocking.pending() + bodies.count();
  }

  private void watch(Events sockets) {
    engine.watch(sockets);
  }

  /** The constructor arms nothing, but its parts hold on to this before there is an engine. */
  private void wakeDriver() {
    if (engine != null) {
      engine.wakeDriver();
    }
  }

  /** Starts a task. */
  public <T> JoinHandle<T> spawn(Async<T> async) {
    return spawn("", async);
  }

  @Override
  public <T> JoinHandle<T> spawn(String name, Async<T> async) {
    Task<T> task = task(name, async, engine);
    if (owned.add(task)) {
      engine.schedule(task);
    }
    return task;
  }

  /** A new task, measured if tasks are, that has yet to be scheduled. */
  <T> Task<T> task(String name, Async<T> async, Scheduler scheduler) {
    Objects.requireNonNull(async, "async");
    Objects.requireNonNull(name, "name");
    long id = meters == null ? Task.UNNUMBERED : owned.nextId();
    TaskMeter meter = meters == null ? null : meters.spawned(id, name);
    return new Task<>(id, name, async, scheduler, meter);
  }

  int operationsPerPoll() {
    return operationsPerPoll;
  }

  /**
   * Starts a task written in direct style: the body runs on a thread of its own, a virtual one
   * where there are any, and waits with {@code Await.await}.
   */
  public <T> JoinHandle<T> spawn(Callable<? extends T> body) {
    return spawn("", body);
  }

  /** The same with a name for people; may be empty. */
  public <T> JoinHandle<T> spawn(String name, Callable<? extends T> body) {
    // Which locks a virtual thread holds cannot be asked for.
    boolean platform = meters != null && meters.wantsPlatformThreads();
    return spawn(name, new DirectTask<>(Objects.requireNonNull(body, "body"), platform));
  }

  /**
   * This runtime as an executor, for programs of futures and reactive streams; a view of its own at
   * every call. On the current-thread flavour nothing of it runs outside of {@link #blockOn}.
   */
  public ScheduledExecutorService executor() {
    return new RuntimeExecutor(this);
  }

  @Override
  public <T> JoinHandle<T> spawnBlocking(Callable<? extends T> callable) {
    return blocking.spawn(Objects.requireNonNull(callable, "callable"));
  }

  /**
   * Waits for a computation on this thread; the current-thread flavour runs its tasks meanwhile.
   *
   * @throws Exception what the computation fails with
   * @throws InterruptedException when this thread is interrupted; the computation is dropped
   * @throws IllegalStateException inside of a task, whose thread must not wait, and after the close
   */
  public <T> T blockOn(Async<T> async) throws Exception {
    if (Context.current() != null) {
      throw new IllegalStateException(
          "blockOn would keep a thread that polls tasks: return the computation, or await it");
    }
    if (closed.get()) {
      throw new IllegalStateException("the runtime is closed");
    }
    return engine.blockOn(async);
  }

  @Override
  public <S> S service(Class<S> type) {
    if (type == Timers.class && !timeEnabled) {
      throw new IllegalStateException("this runtime has no timers; build it with enableTime()");
    }
    if (type == Timers.class) {
      return type.cast(timers);
    }
    for (Object part : List.of(blocking, engine, owned, bodies, net, this)) {
      if (type.isInstance(part)) {
        return type.cast(part);
      }
    }
    throw new IllegalStateException("a runtime has no " + type.getSimpleName());
  }

  /** The clock and the timers. */
  public Timers timers() {
    return service(Timers.class);
  }

  /** Counters as they stand. */
  public RuntimeMetrics metrics() {
    return RuntimeMetrics.of(engine.metrics(), owned, blocking, timers, net);
  }

  /**
   * What was measured so far; also after the close.
   *
   * @throws IllegalStateException when the runtime was built without meters
   */
  public MeterReport meters() {
    if (meters == null) {
      throw new IllegalStateException(
          "this runtime measures nothing; build it with metering(Metering.counts()) or more");
    }
    EngineMetrics counted = engine.metrics();
    return meters.report(
        new Peaks(
            0,
            counted.peakQueue(),
            counted.peakInject(),
            blocking.peakThreads(),
            blocking.peakQueueDepth()));
  }

  /** The live tasks, by number. */
  public List<Task<?>> tasks() {
    return owned.snapshot();
  }

  /**
   * Cancels all tasks and waits for the workers and for blocking calls that run, however long that
   * takes. Nothing happens the second time.
   *
   * @throws IllegalStateException inside of a task
   */
  @Override
  public void close() {
    shutdown(null);
  }

  /**
   * The same, but leaves blocking calls alone that still run after a time.
   *
   * @return whether all threads have ended
   */
  public boolean shutdownTimeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("a limit must not be negative: " + limit);
    }
    return shutdown(limit);
  }

  private boolean shutdown(Duration limit) {
    if (Context.current() != null) {
      throw new IllegalStateException("a runtime cannot be closed by one of its tasks");
    }
    if (!closed.compareAndSet(false, true)) {
      return true;
    }
    owned.closeAndCancelAll();
    blocking.close();
    engine.stop();
    try {
      boolean stopped = engine.awaitStopped(limit == null ? -1 : limit.toNanos());
      timers.close();
      net.close();
      boolean ended = blocking.awaitThreads(limit);
      return ended && stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      net.close();
      if (meters != null) {
        meters.close();
      }
    }
  }
}
