package dev.asynclint.benchmarks;

import cats.effect.unsafe.IORuntime;
import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Starting tasks: one from the other, many from one, many from outside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SpawnBenchmark {
  private static final int CHAIN = 1_000;
  private static final int MANY = 10_000;

  /** The runtime under test. */
  @State(Scope.Benchmark)
  public static class Ours {
    final AsyncRuntime runtime = Engines.runtime();

    /** Ends its threads. */
    @TearDown
    public void close() {
      runtime.close();
    }
  }

  /** The pool of the JDK. */
  @State(Scope.Benchmark)
  public static class ForkJoin {
    final ForkJoinPool pool = Engines.forkJoin();

    /** Ends its threads. */
    @TearDown
    public void close() {
      pool.shutdown();
    }
  }

  /** The compute pool of cats-effect, as many threads as cores. */
  @State(Scope.Benchmark)
  public static class Cats {
    final Executor pool = IORuntime.global().compute()::execute;
  }

  /** An event executor of Netty: one thread. */
  @State(Scope.Benchmark)
  public static class Netty {
    final DefaultEventExecutor loop = new DefaultEventExecutor();

    /** Ends its thread. */
    @TearDown
    public void close() {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  /** A task that starts the next one, so many times. */
  private record Link(AsyncRuntime runtime, int left, CountDownLatch done) implements Async<Void> {
    @Override
    public Poll<Void> poll(Context cx) {
      if (left == 0) {
        done.countDown();
      } else {
        runtime.spawn(new Link(runtime, left - 1, done));
      }
      return Poll.ready(null);
    }
  }

  /** The same for executors. */
  private record Step(Executor pool, int left, CountDownLatch done) implements Runnable {
    @Override
    public void run() {
      if (left == 0) {
        done.countDown();
      } else {
        pool.execute(new Step(pool, left - 1, done));
      }
    }
  }

  /** A task that counts. */
  private record Count(AtomicInteger left, CountDownLatch done) implements Async<Void>, Runnable {
    @Override
    public Poll<Void> poll(Context cx) {
      run();
      return Poll.ready(null);
    }

    @Override
    public void run() {
      if (left.decrementAndGet() == 0) {
        done.countDown();
      }
    }
  }

  private static void chain(Executor pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    pool.execute(new Step(pool, CHAIN, done));
    done.await();
  }

  private static void remote(Executor pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(MANY);
    for (int i = 0; i < MANY; i++) {
      pool.execute(new Count(left, done));
    }
    done.await();
  }

  private static void local(Executor pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(MANY);
    pool.execute(
        () -> {
          for (int i = 0; i < MANY; i++) {
            pool.execute(new Count(left, done));
          }
        });
    done.await();
  }

  @Benchmark
  public void chainedSpawnOurs(Ours ours) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    ours.runtime.spawn(new Link(ours.runtime, CHAIN, done));
    done.await();
  }

  @Benchmark
  public void chainedSpawnForkJoin(ForkJoin other) throws InterruptedException {
    chain(other.pool);
  }

  @Benchmark
  public void chainedSpawnCats(Cats other) throws InterruptedException {
    chain(other.pool);
  }

  @Benchmark
  public void chainedSpawnNetty(Netty other) throws InterruptedException {
    chain(other.loop);
  }

  @Benchmark
  public void spawnLocalOurs(Ours ours) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(MANY);
    ours.runtime.spawn(
        (Async<Void>)
            cx -> {
              for (int i = 0; i < MANY; i++) {
                ours.runtime.spawn((Async<Void>) new Count(left, done));
              }
              return Poll.ready(null);
            });
    done.await();
  }

  @Benchmark
  public void spawnLocalFuture(ForkJoin other) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(MANY);
    other.pool.execute(
        () -> {
          for (int i = 0; i < MANY; i++) {
            CompletableFuture.runAsync(new Count(left, done), other.pool);
          }
        });
    done.await();
  }

  @Benchmark
  public void spawnLocalCats(Cats other) throws InterruptedException {
    local(other.pool);
  }

  @Benchmark
  public void spawnRemoteOurs(Ours ours) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(MANY);
    for (int i = 0; i < MANY; i++) {
      ours.runtime.spawn((Async<Void>) new Count(left, done));
    }
    done.await();
  }

  @Benchmark
  public void spawnRemoteForkJoin(ForkJoin other) throws InterruptedException {
    remote(other.pool);
  }

  @Benchmark
  public void spawnRemoteCats(Cats other) throws InterruptedException {
    remote(other.pool);
  }
}
