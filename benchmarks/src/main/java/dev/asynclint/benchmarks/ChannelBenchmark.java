package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import org.jctools.queues.MpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A bounded channel between one or four producers and one consumer, full most of the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChannelBenchmark {
  private static final int CAPACITY = 128;
  private static final int ELEMENTS = 10_000;

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

  /** Threads that do nothing but offer and poll. */
  @State(Scope.Benchmark)
  public static class Threads {
    final ExecutorService pool = Executors.newCachedThreadPool();

    /** Ends them. */
    @TearDown
    public void close() {
      pool.shutdown();
    }
  }

  private static final class Producer implements Async<Void> {
    private final Mpsc<Integer>.Sender sender;
    private int left;
    private Async<Void> send;

    Producer(Mpsc<Integer>.Sender sender, int count) {
      this.sender = sender;
      this.left = count;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      while (left > 0) {
        if (send == null) {
          send = sender.send(left);
        }
        if (send.poll(cx).isPending()) {
          return Poll.pending();
        }
        send = null;
        left--;
      }
      sender.close();
      return Poll.ready(null);
    }
  }

  private static final class Consumer implements Async<Void> {
    private final Mpsc<Integer>.Receiver receiver;
    private final CountDownLatch done;
    private Async<Integer> receive;

    Consumer(Mpsc<Integer>.Receiver receiver, CountDownLatch done) {
      this.receiver = receiver;
      this.done = done;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      for (; ; ) {
        if (receive == null) {
          receive = receiver.receive();
        }
        Poll<Integer> polled = receive.poll(cx);
        if (polled.isPending()) {
          return Poll.pending();
        }
        receive = null;
        if (polled.value() == null) {
          done.countDown();
          return Poll.ready(null);
        }
      }
    }
  }

  private static void ours(AsyncRuntime runtime, int producers) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Mpsc<Integer> channel = Mpsc.bounded(CAPACITY);
    runtime.spawn(new Consumer(channel.receiver(), done));
    for (int i = 0; i < producers; i++) {
      runtime.spawn(new Producer(channel.sender().copy(), ELEMENTS / producers));
    }
    channel.sender().close();
    done.await();
  }

  private static void kotlin(int producers) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1 + producers);
    Channel<Integer> channel = ChannelKt.Channel(CAPACITY, KOTLIN_SUSPENDS, null);
    KotlinWorker.start(channel, done, false, ELEMENTS);
    for (int i = 0; i < producers; i++) {
      KotlinWorker.start(channel, done, true, ELEMENTS / producers);
    }
    done.await();
  }

  private static final kotlinx.coroutines.channels.BufferOverflow KOTLIN_SUSPENDS =
      kotlinx.coroutines.channels.BufferOverflow.SUSPEND;

  private static void raw(ExecutorService pool, int producers) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1 + producers);
    MpscArrayQueue<Integer> queue = new MpscArrayQueue<>(CAPACITY);
    pool.execute(
        () -> {
          for (int left = ELEMENTS; left > 0; left--) {
            while (queue.poll() == null) {
              Thread.yield();
            }
          }
          done.countDown();
        });
    for (int i = 0; i < producers; i++) {
      pool.execute(
          () -> {
            for (int left = ELEMENTS / producers; left > 0; left--) {
              while (!queue.offer(left)) {
                Thread.yield();
              }
            }
            done.countDown();
          });
    }
    done.await();
  }

  @Benchmark
  public void channelOneOurs(Ours ours) throws InterruptedException {
    ours(ours.runtime, 1);
  }

  @Benchmark
  public void channelOneKotlin() throws InterruptedException {
    kotlin(1);
  }

  @Benchmark
  public void channelOneRaw(Threads other) throws InterruptedException {
    raw(other.pool, 1);
  }

  @Benchmark
  public void channelFourOurs(Ours ours) throws InterruptedException {
    ours(ours.runtime, 4);
  }

  @Benchmark
  public void channelFourKotlin() throws InterruptedException {
    kotlin(4);
  }

  @Benchmark
  public void channelFourRaw(Threads other) throws InterruptedException {
    raw(other.pool, 4);
  }
}
