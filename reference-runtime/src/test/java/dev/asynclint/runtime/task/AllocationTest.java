package dev.asynclint.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Bytes, counted by the machine and not sampled. */
class AllocationTest {
  private static final int TURNS = 100_000;

  /** What is allocated once a run: the computation, the join, the report of the counter. */
  private static final long ONCE = 4_096;

  private static long allocated(AsyncRuntime runtime, boolean budgetAsked) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int[] left = {TURNS};
    Async<Void> turns =
        cx -> {
          if (left[0]-- == 0) {
            return Poll.ready(null);
          }
          if (budgetAsked && cx.proceed()) {
            cx.progress();
          }
          cx.waker().wake();
          return Poll.pending();
        };
    long before = threads.getCurrentThreadAllocatedBytes();
    runtime.blockOn(runtime.spawn(turns));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aPollThatEndsPendingAllocatesNothing() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
      for (boolean budgetAsked : new boolean[] {false, true}) {
        allocated(runtime, budgetAsked);
        assertThat(allocated(runtime, budgetAsked)).isLessThan(ONCE);
      }
    }
  }
}
