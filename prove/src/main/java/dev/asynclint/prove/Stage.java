package dev.asynclint.prove;

import dev.asynclint.runtime.budget.Budgets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
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
  private final Worker worker;
  private final Parts parts = new Parts();
  private final Things things = new Things();
  private final Pauses pauses = new Pauses();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean takenBack = new AtomicBoolean();
  private final AtomicInteger jobs = new AtomicInteger();
  private final Probe reactor;
  private final Probe mutiny;
  private LongSupplier level = () -> 0;
  private long peak;

  Stage(Evidence evidence, Claim claim, Budgets budgets) {
    Meter wanted = claim.meter();
    this.evidence = evidence;
    this.answers = new Answers(evidence, wanted.watchesStages());
    this.reactor =
        wanted.watchesReactor() ? ReactorProbe.of(evidence, claim, this::peakLevel) : Probe.NONE;
    this.mutiny = wanted == Meter.FAILURES ? MutinyProbe.of(evidence) : Probe.NONE;
    this.worker = new Worker(wanted, budgets);
  }

  /**
   * Does work as one task of the runtime, as a framework does with a handler, and waits until it
   * has returned.
   *
   * @throws Exception what the work failed with
   */
  public <T> T loop(Callable<T> work) throws Exception {
    return rest(worker.call(work));
  }

  /** Starts the same and does not wait for it; what it fails with is a failure nobody sees. */
  public void onLoop(Runnable work) {
    worker
        .call(Executors.callable(work))
        .whenComplete(
            (none, failure) -> {
              if (failure != null) {
                failed(failure);
              }
            });
  }

  /** An answer of the other end: it comes when the program can do nothing but wait. */
  public <T> CompletableFuture<T> answer(T value) {
    return answers.ask(value);
  }

  /** An answer that is a failure. */
  public <T> CompletableFuture<T> refusal() {
    return answers.askInVain(new IllegalStateException("the other end is closed"));
  }

  /** A job that waits for an answer; so many as are at it at a time are counted by their line. */
  public void job() {
    evidence.peak(Meter.IN_FLIGHT, evidence.here(), jobs.incrementAndGet());
    try {
      answer("done").join();
    } finally {
      jobs.decrementAndGet();
    }
  }

  /** A text that knows whether the common pool came for it. */
  public String text() {
    if (ForkJoinTask.getPool() == ForkJoinPool.commonPool()) {
      evidence.add(Meter.SHARED, evidence.here(), 1);
    }
    return "text";
  }

  /** Items to be read one after the other, as many as asked for. */
  public Feed feed(int items) {
    return things.feed(new Feed(evidence, items));
  }

  /** Somebody waits for this promise, for as long as it takes. */
  public void promised(CompletableFuture<?> promise) {
    things.promise(promise);
  }

  /** Called by work that a framework is to run on another thread than that of its caller. */
  public void moved() {
    evidence.add(Meter.OWN_THREAD, evidence.caller(), 1);
  }

  /** The program has cancelled all that it had started. */
  public void cancelled() {
    reactor.cancelled();
  }

  /** A pool of some workers for tasks that fork others. */
  public ForkJoinPool forkJoin(int workers) {
    return closing(parts.pool(workers));
  }

  /** Work for it: as many tasks as asked for, each of which waits for an answer. */
  public List<RecursiveTask<Integer>> parts(int count) {
    return numbers(count).stream()
        .<RecursiveTask<Integer>>map(number -> new Parts.Part(this, number))
        .toList();
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
    return things.pool(new WatchedPool(threads, evidence));
  }

  /** A timer of one thread, whose failures are watched. */
  public ScheduledExecutorService timer() {
    return closing(new WatchedTimer(evidence));
  }

  /** An executor that runs each command as a task of the runtime, which suspends once before. */
  public Executor tasks() {
    return worker.suspending();
  }

  /** Shuts a pool down when the run is over. */
  public <E extends ExecutorService> E closing(E pool) {
    return things.closing(pool);
  }

  /** Waits until the rest of the program can do nothing but wait. */
  public void pause() throws Exception {
    rest(pauses.begin());
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
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  Answers answers() {
    return answers;
  }

  /** Whether tasks wait for workers or run. */
  boolean busy() {
    return worker.busy() || parts.busy();
  }

  /** Whether tasks wait for the worker of the loop. */
  boolean isTaskWaiting() {
    return worker.isTaskWaiting();
  }

  /** Whether forked tasks wait for a worker that is free. */
  boolean isPartWaiting() {
    return parts.begins();
  }

  /** Ends a pause; whether there was any. */
  boolean resume() {
    return pauses.end();
  }

  void measureLevel() {
    peak = Math.max(peak, level.getAsLong());
  }

  long peakLevel() {
    return peak;
  }

  /** Puts down what the meters of the runtime saw. */
  void finish() {
    things.finish();
    answers.finish(things.isPromiseOpen());
    worker.finish(evidence);
  }

  @Override
  public void close() {
    things.close();
    answers.close();
    reactor.close();
    mutiny.close();
  }
}
