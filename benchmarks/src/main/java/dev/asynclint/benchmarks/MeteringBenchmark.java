package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Polls of about a microsecond, with the time of each measured and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MeteringBenchmark {
  private static final int TASKS = 100;
  private static final int POLLS = 100;

  /** What takes about a microsecond on a processor of a few gigahertz. */
  private static final long TOKENS = 400;

  /** Without meters. */
  @State(Scope.Benchmark)
  public static class Off {
    final AsyncRuntime runtime = Engines.runtime();

    /** Ends its threads. */
    @TearDown
    public void close() {
      runtime.close();
    }
  }

  /** With counts and times. */
  @State(Scope.Benchmark)
  public static class On {
    final AsyncRuntime runtime =
        AsyncRuntime.builder()
            .workerThreads(Engines.WORKERS)
            .metering(Metering.of(Meter.TIME))
            .build();

    /** Ends its threads. */
    @TearDown
    public void close() {
      runtime.close();
    }
  }

  private static final class Work implements Async<Void> {
    private final CountDownLatch done;
    private int left = POLLS;

    Work(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public Poll<Void> poll(Context cx) {
      Blackhole.consumeCPU(TOKENS);
      if (left-- > 0) {
        cx.defer(cx.waker());
        return Poll.pending();
      }
      done.countDown();
      return Poll.ready(null);
    }
  }

  private static void work(AsyncRuntime runtime) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      runtime.spawn(new Work(done));
    }
    done.await();
  }

  @Benchmark
  public void meteringOff(Off off) throws InterruptedException {
    work(off.runtime);
  }

  @Benchmark
  public void meteringOn(On on) throws InterruptedException {
    work(on.runtime);
  }
}
