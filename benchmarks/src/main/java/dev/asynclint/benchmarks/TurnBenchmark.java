package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.channel.Oneshot;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Taking turns: with everybody, and with one other. The baselines need Java 21. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TurnBenchmark {
  private static final int YIELDERS = 200;
  private static final int YIELDS = 1_000;
  private static final int PAIRS = 1_000;

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

  /** Virtual threads on their own carriers. */
  @State(Scope.Benchmark)
  public static class Virtual {
    final ThreadFactory threads = Engines.virtualThreads();
  }

  /** Gives up its turn so many times. */
  private static final class Yielder implements Async<Void> {
    private final CountDownLatch done;
    private int left = YIELDS;

    Yielder(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public Poll<Void> poll(Context cx) {
      if (left-- > 0) {
        cx.defer(cx.waker());
        return Poll.pending();
      }
      done.countDown();
      return Poll.ready(null);
    }
  }

  @Benchmark
  public void yieldManyOurs(Ours ours) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(YIELDERS);
    for (int i = 0; i < YIELDERS; i++) {
      ours.runtime.spawn(new Yielder(done));
    }
    done.await();
  }

  @Benchmark
  public void yieldManyVirtual(Virtual other) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(YIELDERS);
    for (int i = 0; i < YIELDERS; i++) {
      other
          .threads
          .newThread(
              () -> {
                for (int left = YIELDS; left > 0; left--) {
                  Thread.yield();
                }
                done.countDown();
              })
          .start();
    }
    done.await();
  }

  /** Sends there, waits for the answer. */
  private static final class Ping implements Async<Void> {
    private final AsyncRuntime runtime;
    private final CountDownLatch done;
    private Async<Boolean> answer;

    Ping(AsyncRuntime runtime, CountDownLatch done) {
      this.runtime = runtime;
      this.done = done;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      if (answer == null) {
        Oneshot<Boolean> there = new Oneshot<>();
        Oneshot<Boolean> back = new Oneshot<>();
        runtime.spawn(new Pong(there.receive(), back));
        there.send(true);
        answer = back.receive();
      }
      if (answer.poll(cx).isPending()) {
        return Poll.pending();
      }
      done.countDown();
      return Poll.ready(null);
    }
  }

  private record Pong(Async<Boolean> there, Oneshot<Boolean> back) implements Async<Void> {
    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      if (there.poll(cx).isPending()) {
        return Poll.pending();
      }
      back.send(true);
      return Poll.ready(null);
    }
  }

  @Benchmark
  public void pingPongOurs(Ours ours) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(PAIRS);
    ours.runtime.spawn(
        (Async<Void>)
            cx -> {
              for (int i = 0; i < PAIRS; i++) {
                ours.runtime.spawn(new Ping(ours.runtime, done));
              }
              return Poll.ready(null);
            });
    done.await();
  }

  @Benchmark
  public void pingPongVirtual(Virtual other) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(PAIRS);
    other
        .threads
        .newThread(
            () -> {
              for (int i = 0; i < PAIRS; i++) {
                other.threads.newThread(() -> ping(other.threads, done)).start();
              }
            })
        .start();
    done.await();
  }

  private static void ping(ThreadFactory threads, CountDownLatch done) {
    SynchronousQueue<Boolean> there = new SynchronousQueue<>();
    SynchronousQueue<Boolean> back = new SynchronousQueue<>();
    threads.newThread(() -> pong(there, back)).start();
    try {
      there.put(true);
      back.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done.countDown();
  }

  private static void pong(SynchronousQueue<Boolean> there, SynchronousQueue<Boolean> back) {
    try {
      there.take();
      back.put(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
