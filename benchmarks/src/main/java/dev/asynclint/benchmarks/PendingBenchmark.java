package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Polls that end pending, and starts of tasks, on the thread that measures: for the bytes they
 * allocate rather than for their time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PendingBenchmark {
  private static final int TURNS = 10_000;

  private static final Async<Void> EMPTY = cx -> Poll.ready(null);

  private final AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build();

  /** Ends the runtime. */
  @TearDown
  public void close() {
    runtime.close();
  }

  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void pending() throws Exception {
    int[] left = {TURNS};
    runtime.blockOn(
        cx -> {
          if (left[0]-- == 0) {
            return Poll.ready(null);
          }
          cx.waker().wake();
          return Poll.pending();
        });
  }

  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void spawn() throws Exception {
    int[] left = {TURNS};
    runtime.blockOn(
        cx -> {
          if (left[0]-- == 0) {
            return Poll.ready(null);
          }
          runtime.spawn(EMPTY);
          cx.waker().wake();
          return Poll.pending();
        });
  }
}
