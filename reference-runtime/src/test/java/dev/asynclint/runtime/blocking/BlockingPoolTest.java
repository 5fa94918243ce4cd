package dev.asynclint.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.poll.JoinHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BlockingPoolTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  private static BlockingPool pool(int cap, Duration keepAlive) {
    return new BlockingPool(cap, keepAlive, Thread::new, null, () -> {});
  }

  /** Keeps a thread until it is let go. */
  private JoinHandle<String> keep(BlockingPool pool) throws InterruptedException {
    JoinHandle<String> running =
        pool.spawn(
            () -> {
              begun.countDown();
              go.await();
              return "finished";
            });
    begun.await();
    return running;
  }

  private void end(BlockingPool pool) throws InterruptedException {
    go.countDown();
    pool.close();
    assertThat(pool.awaitThreads(LONG)).isTrue();
  }

  @Test
  void queuedCallsRunInTheOrderTheyCame() throws Exception {
    BlockingPool pool = pool(1, LONG);
    keep(pool);
    List<JoinHandle<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String name = "call " + i;
      calls.add(pool.spawn(() -> log.add(name)));
    }
    assertThat(pool.queueDepth()).isEqualTo(5);
    assertThat(pool.pending()).isEqualTo(6);
    go.countDown();
    calls.get(4).toCompletableFuture().get();
    assertThat(log).containsExactly("call 0", "call 1", "call 2", "call 3", "call 4");
    assertThat(pool.peakQueueDepth()).isEqualTo(5);
    assertThat(pool.peakThreads()).isEqualTo(1);
    end(pool);
  }

  @Test
  void threadsAreStartedUpToTheCap() throws Exception {
    BlockingPool pool = pool(3, LONG);
    CountDownLatch three = new CountDownLatch(3);
    for (int i = 0; i < 10; i++) {
      pool.spawn(
          () -> {
            three.countDown();
            go.await();
            return null;
          });
    }
    three.await();
    assertThat(pool.threads()).isEqualTo(3);
    assertThat(pool.queueDepth()).isEqualTo(7);
    end(pool);
    assertThat(pool.peakThreads()).isEqualTo(3);
  }

  @Test
  void anIdleThreadIsUsedAgain() throws Exception {
    BlockingPool pool = pool(8, LONG);
    pool.spawn(() -> "warm").toCompletableFuture().get();
    while (pool.idleThreads() == 0) {
      Thread.onSpinWait();
    }
    Thread first = pool.spawn(Thread::currentThread).toCompletableFuture().get();
    while (pool.idleThreads() == 0) {
      Thread.onSpinWait();
    }
    assertThat(pool.spawn(Thread::currentThread).toCompletableFuture().get()).isSameAs(first);
    assertThat(pool.peakThreads()).isEqualTo(1);
    end(pool);
  }

  @Test
  void aThreadWithoutWorkEnds() throws Exception {
    BlockingPool pool = pool(1, Duration.ZERO);
    assertThat(pool.spawn(() -> 1).toCompletableFuture().get()).isEqualTo(1);
    assertThat(pool.awaitThreads(LONG)).isTrue();
    assertThat(pool.threads()).isZero();
    assertThat(pool.spawn(() -> 2).toCompletableFuture().get()).isEqualTo(2);
    end(pool);
  }

  @Test
  void aQueuedCallCanBeAbortedOneThatRunsCannot() throws Exception {
    BlockingPool pool = pool(1, LONG);
    JoinHandle<String> running = keep(pool);
    JoinHandle<Boolean> queued = pool.spawn(() -> log.add("ran"));
    running.abort();
    queued.abort();
    assertThat(running.isFinished()).isFalse();
    go.countDown();
    assertThat(running.toCompletableFuture().get()).isEqualTo("finished");
    assertThatThrownBy(queued.toCompletableFuture()::get).isInstanceOf(CancellationException.class);
    assertThat(log).isEmpty();
    end(pool);
  }

  @Test
  void closingCancelsWhatIsQueuedAndLetsFinishWhatRuns() throws Exception {
    BlockingPool pool = pool(1, LONG);
    JoinHandle<String> running = keep(pool);
    JoinHandle<Boolean> queued = pool.spawn(() -> log.add("ran"));
    pool.close();
    assertThat(queued.isFinished()).isTrue();
    JoinHandle<Boolean> late = pool.spawn(() -> log.add("late"));
    assertThat(late.isFinished()).isTrue();
    assertThat(pool.awaitThreads(Duration.ZERO)).isFalse();
    end(pool);
    assertThat(running.toCompletableFuture().get()).isEqualTo("finished");
    assertThat(log).isEmpty();
  }

  @Test
  void aPoolNeedsAThread() {
    assertThatThrownBy(() -> pool(0, LONG)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Threads that never run, so that none is ever idle. */
  private static final class Still extends Thread {
    @Override
    public void start() {}
  }

  @Test
  void theCapIsFiveHundredAndTwelveUnlessSet() {
    BlockingPool pool =
        new BlockingPool(
            Budgets.DEFAULT.blockingPoolSize(), LONG, work -> new Still(), null, () -> {});
    for (int i = 0; i < 600; i++) {
      pool.spawn(() -> null);
    }
    assertThat(pool.threads()).isEqualTo(512);
    assertThat(pool.peakThreads()).isEqualTo(512);
    assertThat(pool.queueDepth()).isEqualTo(600);
  }

  @Test
  void afterTheCloseACallIsCancelledAtOnce() {
    BlockingPool pool = pool(1, LONG);
    pool.close();
    JoinHandle<String> late = pool.spawn(() -> "late");
    assertThat(late.isFinished()).isTrue();
    assertThatThrownBy(() -> late.toCompletableFuture().getNow(null))
        .isInstanceOf(CancellationException.class);
    assertThat(pool.threads()).isZero();
  }
}
