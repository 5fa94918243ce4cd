package dev.asynclint.prove;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.poll.Poll;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What a twin runs on: a reference runtime with one worker, and another end that answers only when
 * the program can do nothing but wait. Safe for use by any thread of the program.
 */
public final class Stage implements AutoCloseable {
  private final Evidence evidence;
  private final Answers answers;
  private final AsyncRuntime runtime;
  private final Deque<Runnable> things = new ArrayDeque<>();
  private final List<WatchedPool> pools = new ArrayList<>();
  private final Deque<CountDownLatch> pauses = new ArrayDeque<>();
  private final AtomicInteger loopTasks = new AtomicInteger();
  private final AtomicInteger waitingTasks = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean takenBack = new AtomicBoolean();
  private final AutoCloseable reactor;
  private LongSupplier level = () -> 0;
  private long peak;

  Stage(Evidence evidence, Meter wanted, Budgets budgets) {
    this.evidence = evidence;
    this.answers = new Answers(evidence);
    this.reactor = wanted.watchesReactor() ? ReactorProbe.of(evidence) : () -> {};
    this.runtime = Loops.runtime(wanted, budgets);
  }

  /**
   * Does work as one task of the runtime, as a framework does with a handler, and waits until it
   * has returned.
   *
   * @throws Exception what the work failed with
   */
  public <T> T loop(Callable<T> work) throws Exception {
    loopTasks.incrementAndGet();
    waitingTasks.incrementAndGet();
    CompletableFuture<T> done = new CompletableFuture<>();
    runtime.spawn(
        cx -> {
          waitingTasks.decrementAndGet();
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          } finally {
            loopTasks.decrementAndGet();
          }
          return Poll.ready(null);
        });
    return rest(done);
  }

  /** Starts the same and does not wait for it; what it fails with is a failure nobody sees. */
  public void onLoop(Runnable work) {
    loopTasks.incrementAndGet();
    waitingTasks.incrementAndGet();
    runtime.spawn(
        cx -> {
          waitingTasks.decrementAndGet();
          try {
            work.run();
          } catch (RuntimeException e) {
            failed(e);
          } finally {
            loopTasks.decrementAndGet();
          }
          return Poll.ready(null);
        });
  }

  /** An answer of the other end: it comes when the program can do nothing but wait. */
  public <T> CompletableFuture<T> answer(T value) {
    return answers.ask(value);
  }

  /**
   * Waits until a thread has waited or slept so many times since it began, however long it takes.
   */
  public void untilWaited(Thread thread, long times) throws InterruptedException {
    while (Pump.waited(thread) < times) {
      Thread.sleep(1);
    }
  }

  /** The numbers from 0, as many as asked for. */
  public List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** A database that answers as the other end does; every statement changes or finds one row. */
  public DataSource database() {
    return FakeDatabase.of(() -> answer("row"));
  }

  /** A database that refuses every statement. */
  public DataSource brokenDatabase() {
    return FakeDatabase.of(
        () -> {
          asked.incrementAndGet();
          throw new SQLException("the database is closed");
        });
  }

  /** Waits until the broken database has been asked so many times, however long it takes. */
  public void untilAsked(int times) throws InterruptedException {
    while (asked.get() < times) {
      Thread.sleep(1);
    }
  }

  /** Work that never ends unless it is interrupted. */
  public Callable<String> never() {
    CountDownLatch never = new CountDownLatch(1);
    return () -> {
      never.await();
      return "";
    };
  }

  /** A thing that is the program's until it is taken back: uses after that count. */
  public <T> T lent(Class<T> type) {
    return Lent.of(
        type,
        () -> {
          if (takenBack.get()) {
            evidence.add(Meter.LATE_USES, evidence.here(), 1);
          }
        });
  }

  /** Takes all back that was lent. */
  public void takeBack() {
    takenBack.set(true);
  }

  /** A pool of some threads with a queue without an end, which is watched. */
  public ExecutorService pool(int threads) {
    WatchedPool pool = new WatchedPool(threads, evidence);
    synchronized (things) {
      pools.add(pool);
    }
    return closing(pool);
  }

  /** A timer of one thread, whose failures are watched. */
  public ScheduledExecutorService timer() {
    return closing(new WatchedTimer(evidence));
  }

  /** An executor that runs each command as a task of the runtime, which suspends once before. */
  public java.util.concurrent.Executor tasks() {
    return command -> {
      loopTasks.incrementAndGet();
      runtime.spawn(new KeptTask(command, loopTasks::decrementAndGet));
    };
  }

  /** Shuts a pool down when the run is over. */
  public <E extends ExecutorService> E closing(E pool) {
    synchronized (things) {
      things.push(pool::shutdownNow);
    }
    return pool;
  }

  /** Waits until the rest of the program can do nothing but wait. */
  public void pause() throws Exception {
    CountDownLatch pause = new CountDownLatch(1);
    synchronized (pauses) {
      pauses.add(pause);
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                pause.await();
                over.complete(null);
              } catch (InterruptedException e) {
                over.completeExceptionally(e);
              }
            },
            "pause");
    waiter.setDaemon(true);
    waiter.start();
    rest(over);
  }

  /** Says how much a thing holds; asked whenever the program can do nothing but wait. */
  public void level(LongSupplier holds) {
    level = holds;
  }

  /**
   * Says that something was sent to a full channel, at the line of the program that sends it.
   *
   * @param sender the class that sends; others may stand between it and the channel
   */
  public void unwritable(Class<?> sender) {
    evidence.add(Meter.UNWRITABLE, Evidence.here(sender), 1);
  }

  /** Says that something failed and nobody was told. */
  public void failed(Throwable failure) {
    evidence.add(Meter.FAILURES, evidence.line(failure), 1);
  }

  private static <T> T rest(CompletableFuture<T> done) throws Exception {
    try {
      return done.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  Answers answers() {
    return answers;
  }

  /** Whether tasks wait for the worker or run. */
  boolean busy() {
    return loopTasks.get() > 0;
  }

  /** Whether tasks wait for the worker. */
  boolean isTaskWaiting() {
    return waitingTasks.get() > 0;
  }

  /** Ends a pause; whether there was any. */
  boolean resume() {
    synchronized (pauses) {
      CountDownLatch pause = pauses.poll();
      if (pause != null) {
        pause.countDown();
      }
      return pause != null;
    }
  }

  void measureLevel() {
    peak = Math.max(peak, level.getAsLong());
  }

  long peakLevel() {
    return peak;
  }

  /** Puts down what the meters of the runtime saw. */
  void finish() {
    synchronized (things) {
      pools.forEach(WatchedPool::finish);
    }
    Loops.finish(runtime, evidence);
  }

  @Override
  public void close() {
    synchronized (things) {
      for (Runnable thing : things) {
        thing.run();
      }
    }
    answers.close();
    try {
      reactor.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
