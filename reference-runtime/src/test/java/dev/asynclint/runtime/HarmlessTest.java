package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes too late, or a second time, and has a meaning nevertheless. */
class HarmlessTest {

  @Test
  void whatIsSpawnedAfterTheCloseIsCancelled() {
    AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build();
    runtime.close();
    runtime.close();
    JoinHandle<Integer> handle = runtime.spawn(Async.of(1));
    assertThat(handle.isFinished()).isTrue();
    assertThat(runtime.spawnBlocking(() -> 1).isFinished()).isTrue();
    assertThat(handle.toCompletableFuture()).isCancelled();
  }

  @Test
  void dropTwiceAndAbortTwiceAreAsOnce() throws Exception {
    try (AsyncRuntime runtime = Paused.builder().build()) {
      AsyncSemaphore semaphore = new AsyncSemaphore(0);
      Async<AsyncSemaphore.Permit> waits = semaphore.acquire();
      runtime.blockOn(
          cx -> {
            waits.poll(cx);
            waits.drop();
            waits.drop();
            return Poll.ready(null);
          });
      semaphore.addPermits(1);
      assertThat(semaphore.availablePermits()).isEqualTo(1);
      assertThat(semaphore.waiting()).isZero();
      JoinHandle<Void> task = runtime.spawn(Async.never());
      task.abort();
      task.abort();
      assertThatThrownBy(() -> runtime.blockOn(task))
          .isInstanceOfSatisfying(JoinError.class, e -> assertThat(e.isCancelled()).isTrue());
    }
  }

  @Test
  void anInterruptEndsTheWaitAndDropsTheComputation() {
    for (RuntimeBuilder builder :
        List.of(AsyncRuntime.builder().workerThreads(1), AsyncRuntime.builder().currentThread())) {
      try (AsyncRuntime runtime = builder.build()) {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> runtime.blockOn(semaphore.acquire()))
            .isInstanceOf(InterruptedException.class)
            .hasMessage("interrupted while waiting in blockOn");
        assertThat(semaphore.waiting()).isZero();
      }
    }
  }
}
