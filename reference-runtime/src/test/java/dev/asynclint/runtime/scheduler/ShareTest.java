package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker takes of the tasks that come from outside. */
class ShareTest {
  private static final int NEVER = 1 << 20;

  /** Keeps a worker for itself until it is let go. */
  private static Async<Void> keep(CountDownLatch begun, CountDownLatch go) {
    return Async.call(
        () -> {
          begun.countDown();
          go.await();
          return null;
        });
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 6", "100, 51", "300, 128"})
  void aWorkerTakesItsShareAndOneButNoMoreThanHalfAQueue(int waiting, int taken) throws Exception {
    RuntimeBuilder settings = AsyncRuntime.builder().workerThreads(2).globalQueueInterval(NEVER);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch one = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(waiting);
    AtomicInteger left = new AtomicInteger(-1);
    try (AsyncRuntime runtime = settings.build()) {
      runtime.spawn(keep(begun, one));
      runtime.spawn(keep(begun, other));
      begun.await();
      for (int i = 0; i < waiting; i++) {
        runtime.spawn(
            Async.call(
                () -> {
                  left.compareAndSet(-1, runtime.metrics().engine().injectDepth());
                  all.countDown();
                  return null;
                }));
      }
      assertThat(runtime.metrics().engine().injectDepth()).isEqualTo(waiting);
      one.countDown();
      all.await();
      other.countDown();
    }
    assertThat(left.get()).isEqualTo(waiting - taken);
  }

  @Test
  void anIntervalThatIsSetIsNotTuned() throws Exception {
    int interval = 7;
    int[] turns = {0};
    int[] came = {0};
    List<Integer> waited = new ArrayList<>();
    RuntimeBuilder settings = AsyncRuntime.builder().workerThreads(1).globalQueueInterval(interval);
    try (AsyncRuntime runtime = settings.build()) {
      runtime.blockOn(
          runtime.spawn(
              cx -> {
                turns[0]++;
                if (waited.size() == 50) {
                  return Poll.ready(null);
                }
                if (came[0] == waited.size()) {
                  int from = turns[0];
                  came[0]++;
                  fromOutside(runtime, () -> waited.add(turns[0] - from));
                }
                cx.waker().wake();
                return Poll.pending();
              }));
    }
    // Of seven turns one is for outside; the first of the other six makes the next task there.
    assertThat(waited.subList(1, 50)).containsOnly(interval - 2);
  }

  private static void fromOutside(AsyncRuntime runtime, Runnable action)
      throws InterruptedException {
    Thread thread =
        new Thread(
            () ->
                runtime.spawn(
                    Async.call(
                        () -> {
                          action.run();
                          return null;
                        })));
    thread.start();
    thread.join();
  }
}
