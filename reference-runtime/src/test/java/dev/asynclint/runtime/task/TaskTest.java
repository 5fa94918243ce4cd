package dev.asynclint.runtime.task;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static Async<JoinError> failure(JoinHandle<?> handle) {
    return handle.<JoinError>map(value -> null).recover(failure -> Async.of((JoinError) failure));
  }

  @Test
  void anAbortTakesEffectAtTheNextSuspensionAndDropsBeforeTheJoinCompletes() {
    List<String> log = new ArrayList<>();
    JoinError error =
        Paused.run(
            () -> {
              JoinHandle<String> task = spawn(Async.<String>never().always(() -> log.add("drop")));
              return Coop.yieldNow()
                  .then(
                      n -> {
                        task.abort();
                        return failure(task);
                      })
                  .map(
                      joined -> {
                        log.add("joined");
                        return joined;
                      });
            });
    assertThat(error.isCancelled()).isTrue();
    assertThat(log).containsExactly("drop", "joined");
  }

  @Test
  void aTaskThatWasNeverPolledIsDroppedToo() {
    List<String> log = new ArrayList<>();
    Paused.run(
        () -> {
          JoinHandle<String> task =
              spawn(Async.<String>never().always(() -> log.add("dropped unpolled")));
          task.abort();
          return failure(task);
        });
    assertThat(log).containsExactly("dropped unpolled");
  }

  @Test
  void aFinishedTaskWinsOverItsAbort() {
    String value =
        Paused.run(
            () -> {
              JoinHandle<String> task = spawn(Async.of("done"));
              return Coop.yieldNow()
                  .then(
                      n -> {
                        assertThat(task.isFinished()).isTrue();
                        task.abort();
                        return task;
                      });
            });
    assertThat(value).isEqualTo("done");
  }

  @Test
  void whatATaskThrowsIsTheCauseOfItsJoinError() {
    JoinError error =
        Paused.run(() -> failure(spawn(Async.failed(new IllegalStateException("broken")))));
    assertThat(error.isCancelled()).isFalse();
    assertThat(error).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(error).hasMessageContaining("broken");
  }

  @Test
  void droppingAHandleLetsTheTaskRunOn() {
    List<String> log = new ArrayList<>();
    Paused.run(
        () -> {
          spawn(Coop.yieldNow().map(n -> log.add("ran"))).drop();
          return Coop.yieldNow().then(n -> Coop.yieldNow()).then(n -> Coop.yieldNow());
        });
    assertThat(log).containsExactly("ran");
  }

  @Test
  void wakesWhileATaskRunsScheduleItOnce() {
    int[] polls = {0};
    Paused.run(
        () -> {
          JoinHandle<Void> task =
              spawn(
                  cx -> {
                    polls[0]++;
                    Waker self = cx.waker();
                    self.wake();
                    self.wake();
                    return polls[0] < 3 ? Poll.pending() : Poll.ready(null);
                  });
          return task;
        });
    assertThat(polls[0]).isEqualTo(3);
  }

  @Test
  void aResultCanBeTakenOnce() {
    assertThatThrownBy(
            () ->
                Paused.run(
                    () -> {
                      JoinHandle<String> task = spawn(Async.of("one"));
                      return task.then(one -> task);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("taken before");
  }

  @Test
  void aFutureTellsValueFailureAndCancellation() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build()) {
      assertThat(runtime.spawn(Async.of(7)).toCompletableFuture().get()).isEqualTo(7);
      CompletableFuture<Object> failed =
          runtime.spawn(Async.failed(new IllegalStateException("broken"))).toCompletableFuture();
      assertThatThrownBy(failed::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
      JoinHandle<Object> endless = runtime.spawn(Async.never());
      CompletableFuture<Object> cancelled = endless.toCompletableFuture();
      endless.abort();
      assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void stagesAreAwaited() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    String value =
        Paused.run(
            () -> {
              spawn(Async.call(() -> stage.complete("pushed")));
              return Async.fromStage(stage);
            });
    assertThat(value).isEqualTo("pushed");
    assertThatThrownBy(
            () ->
                Paused.run(
                    () ->
                        Async.fromStage(
                            CompletableFuture.supplyAsync(
                                    () -> {
                                      throw new IllegalArgumentException("inside");
                                    },
                                    Runnable::run)
                                .thenApply(x -> x))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inside");
  }

  @Test
  void afterTheCloseATaskIsCancelledAtOnce() {
    AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build();
    runtime.close();
    List<String> log = new ArrayList<>();
    JoinHandle<Object> late = runtime.spawn(Async.never().always(() -> log.add("dropped")));
    assertThat(late.isFinished()).isTrue();
    assertThat(log).containsExactly("dropped");
    assertThat(runtime.spawnBlocking(() -> 1).isFinished()).isTrue();
    assertThatThrownBy(() -> runtime.blockOn(Async.of(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void blockingInsideOfATaskIsRefused() {
    assertThatThrownBy(
            () ->
                Paused.run(
                    () -> {
                      AsyncRuntime.current().blockOn(Async.of(1));
                      return Async.of(null);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blockOn would keep a thread");
    assertThatThrownBy(
            () ->
                Paused.run(
                    () -> {
                      AsyncRuntime.current().close();
                      return Async.of(null);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be closed by one of its tasks");
  }
}
