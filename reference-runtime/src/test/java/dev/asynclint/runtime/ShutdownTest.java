package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  private static AsyncRuntime twoWorkers() {
    return AsyncRuntime.builder().workerThreads(2).build();
  }

  private JoinHandle<String> keep(AsyncRuntime runtime) throws InterruptedException {
    JoinHandle<String> running =
        runtime.spawnBlocking(
            () -> {
              begun.countDown();
              go.await();
              log.add("call ended");
              return "finished";
            });
    begun.await();
    return running;
  }

  @Test
  void closingWaitsForBlockingCallsThatRun() throws Exception {
    AsyncRuntime runtime = twoWorkers();
    JoinHandle<String> running = keep(runtime);
    Thread closer =
        new Thread(
            () -> {
              runtime.close();
              log.add("closed");
            });
    closer.start();
    while (!runtime.spawn(Async.never()).isFinished()) {
      Thread.onSpinWait();
    }
    assertThat(log).isEmpty();
    go.countDown();
    closer.join();
    assertThat(log).containsExactly("call ended", "closed");
    assertThat(running.toCompletableFuture().get()).isEqualTo("finished");
  }

  @Test
  void aLimitLeavesThemAlone() throws Exception {
    AsyncRuntime runtime = twoWorkers();
    keep(runtime);
    assertThat(runtime.shutdownTimeout(Duration.ofMillis(1))).isFalse();
    assertThat(log).isEmpty();
    go.countDown();
    AsyncRuntime idle = twoWorkers();
    assertThat(idle.shutdownTimeout(Duration.ofMinutes(1))).isTrue();
    assertThatThrownBy(() -> twoWorkers().shutdownTimeout(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }

  @Test
  void suspendedTasksAreDroppedAtOnce() {
    AsyncRuntime runtime = twoWorkers();
    for (int i = 0; i < 100; i++) {
      runtime.spawn(
          Sleep.of(Duration.ofHours(1)).then(n -> Async.never()).always(() -> log.add("dropped")));
    }
    runtime.close();
    assertThat(log).hasSize(100);
    assertThat(runtime.metrics().aliveTasks()).isZero();
    assertThat(runtime.metrics().armedTimers()).isZero();
  }

  @Test
  void aTaskThatRunsIsDroppedWhenItYields() throws Exception {
    AsyncRuntime runtime = twoWorkers();
    AtomicLong polls = new AtomicLong();
    JoinHandle<Object> busy =
        runtime.spawn(
            new Async<>() {
              @Override
              public Poll<Object> poll(Context cx) throws InterruptedException {
                if (polls.getAndIncrement() == 0) {
                  begun.countDown();
                  go.await();
                }
                cx.waker().wake();
                return Poll.pending();
              }

              @Override
              public void drop() {
                log.add("dropped after " + polls.get());
              }
            });
    begun.await();
    Thread closer = new Thread(runtime::close);
    closer.start();
    // It waits for the worker once it has cancelled all tasks.
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(busy.isFinished()).isFalse();
    go.countDown();
    closer.join();
    assertThat(busy.isFinished()).isTrue();
    assertThat(log).containsExactly("dropped after 1");
  }

  @Test
  void closingTwiceIsClosingOnce() {
    AsyncRuntime runtime = twoWorkers();
    runtime.close();
    runtime.close();
    assertThat(runtime.shutdownTimeout(Duration.ZERO)).isTrue();
  }

  @Test
  void whatIsSpawnedInsideOfADropIsCancelledToo() {
    AsyncRuntime runtime = twoWorkers();
    List<JoinHandle<?>> late = Collections.synchronizedList(new ArrayList<>());
    runtime.spawn(Async.never().always(() -> late.add(runtime.spawn(Coop.yieldNow()))));
    runtime.close();
    assertThat(late).hasSize(1);
    assertThat(late.get(0).isFinished()).isTrue();
  }

  @Test
  void aTimerThatIsArmedAfterTheCloseHasFired() {
    AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build();
    var timers = runtime.timers();
    runtime.close();
    Sleep sleep = Sleep.until(timers, Long.MAX_VALUE - 1);
    assertThat(sleep.poll(Context.of(runtime, 1)).isReady()).isTrue();
  }
}
