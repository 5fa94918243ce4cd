package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import dev.asynclint.runtime.meter.BlockingCall;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Programs that know nothing of the runtime run on it and are metered. */
class ExecutorTest {
  private static RuntimeBuilder workers(Meter... meters) {
    return AsyncRuntime.builder()
        .workerThreads(2)
        .metering(Metering.of(meters).libraries("reactor."));
  }

  private static RuntimeBuilder paused() {
    return AsyncRuntime.builder().currentThread().startPaused(true).metering(Metering.counts());
  }

  @Test
  void eachStageOfAFutureIsATaskOfOnePoll() throws Exception {
    AsyncRuntime runtime = workers().build();
    try (runtime) {
      ScheduledExecutorService executor = runtime.executor();
      int sum =
          CompletableFuture.supplyAsync(() -> 20, executor)
              .thenApplyAsync(x -> x + 1, executor)
              .thenApplyAsync(x -> x * 2, executor)
              .get();
      assertThat(sum).isEqualTo(42);
    }
    assertThat(runtime.meters().total().spawned()).isEqualTo(3);
    assertThat(runtime.meters().total().polls()).isEqualTo(3);
    assertThat(runtime.meters().total().ended()).isEqualTo(3);
  }

  @Test
  void aStageThatBlocksIsBlamed() throws Exception {
    AsyncRuntime runtime = workers(Meter.BLOCKING).build();
    int line = Lines.here(5);
    try (runtime) {
      CompletableFuture<String> never = new CompletableFuture<>();
      CompletableFuture.runAsync(
              () -> {
                never.completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).join();
              },
              runtime.executor())
          .get();
    }
    assertThat(runtime.meters().blockingCalls())
        .extracting(call -> call.kind() + " " + call.blamed().line())
        .contains("jdk.ThreadPark " + line);
  }

  @Test
  void reactorRunsOnItAndTheUsersLineIsBlamed() {
    AsyncRuntime runtime = workers(Meter.BLOCKING, Meter.SITES).build();
    try (runtime) {
      Scheduler scheduler = Schedulers.fromExecutorService(runtime.executor());
      List<Integer> squares =
          Flux.range(1, 4)
              .publishOn(scheduler)
              .map(x -> x * x)
              .concatWith(Mono.delay(Duration.ofMillis(5), scheduler).map(x -> -1))
              .doOnNext(ExecutorTest::pause)
              .collectList()
              .block();
      assertThat(squares).containsExactly(1, 4, 9, 16, -1);
      scheduler.dispose();
    }
    List<BlockingCall> sleeps =
        runtime.meters().blockingCalls().stream()
            .filter(call -> call.kind().equals("jdk.ThreadSleep"))
            .toList();
    assertThat(sleeps).isNotEmpty();
    assertThat(sleeps.stream().mapToLong(BlockingCall::count).sum()).isEqualTo(5);
    assertThat(sleeps).allSatisfy(call -> assertThat(call.blamed().method()).isEqualTo("pause"));
    assertThat(runtime.meters().total().polls()).isPositive();
  }

  private static void pause(int ignored) {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void timesAreThoseOfTheClockOfTheRuntime() throws Exception {
    List<Long> seconds = new ArrayList<>();
    try (AsyncRuntime runtime = paused().build()) {
      ScheduledExecutorService executor = runtime.executor();
      ScheduledFuture<String> once = executor.schedule(() -> "one hour", 1, TimeUnit.HOURS);
      assertThat(once.getDelay(TimeUnit.MINUTES)).isEqualTo(60);
      ScheduledFuture<?> repeated =
          executor.scheduleAtFixedRate(
              () -> seconds.add(runtime.timers().nanos() / 1_000_000_000), 1, 2, TimeUnit.SECONDS);
      runtime.blockOn(Sleep.of(Duration.ofSeconds(6)));
      assertThat(seconds).containsExactly(1L, 3L, 5L);
      assertThat(repeated.cancel(true)).isTrue();
      assertThat(once.isDone()).isFalse();
      runtime.blockOn(Sleep.of(Duration.ofHours(1)));
      assertThat(once.get()).isEqualTo("one hour");
      assertThat(seconds).hasSize(3);
      assertThat(runtime.timers().armed()).isZero();
      assertThat(runtime.metrics().aliveTasks()).isZero();
    }
  }

  @Test
  void aDelayCountsFromTheEnd() throws Exception {
    List<Long> seconds = new ArrayList<>();
    try (AsyncRuntime runtime = paused().build()) {
      runtime
          .executor()
          .scheduleWithFixedDelay(
              () -> {
                seconds.add(runtime.timers().nanos() / 1_000_000_000);
                runtime.timers().advance(Duration.ofSeconds(10));
              },
              1,
              2,
              TimeUnit.SECONDS);
      runtime.blockOn(Sleep.of(Duration.ofSeconds(30)));
    }
    assertThat(seconds).startsWith(1L, 13L, 25L);
  }

  @Test
  void whatThrowsRepeatsNoMore() throws Exception {
    int[] runs = {0};
    try (AsyncRuntime runtime = paused().build()) {
      ScheduledFuture<?> repeated =
          runtime
              .executor()
              .scheduleAtFixedRate(
                  () -> {
                    runs[0]++;
                    throw new IllegalStateException("no more");
                  },
                  0,
                  1,
                  TimeUnit.SECONDS);
      runtime.blockOn(Sleep.of(Duration.ofSeconds(5)));
      assertThat(runs[0]).isEqualTo(1);
      assertThatThrownBy(repeated::get).hasMessageContaining("no more");
    }
  }

  @Test
  void aShutdownLetsFinishWhatHasBegunAndRefusesTheRest() throws Exception {
    try (AsyncRuntime runtime = workers().build()) {
      ScheduledExecutorService executor = runtime.executor();
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      Future<String> running =
          executor.submit(
              () -> {
                begun.countDown();
                go.await();
                return "finished";
              });
      begun.await();
      ScheduledFuture<String> later = executor.schedule(() -> "later", 1, TimeUnit.MILLISECONDS);
      ScheduledFuture<?> repeated = executor.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
      executor.shutdown();
      assertThat(executor.isShutdown()).isTrue();
      assertThat(executor.isTerminated()).isFalse();
      assertThat(repeated.isCancelled()).isTrue();
      assertThatThrownBy(() -> executor.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessageContaining("shut down");
      go.countDown();
      assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(executor.isTerminated()).isTrue();
      assertThat(running.get()).isEqualTo("finished");
      assertThat(later.get()).isEqualTo("later");
      assertThat(runtime.executor().submit(() -> "another view").get()).isEqualTo("another view");
    }
  }

  @Test
  void aShutdownNowGivesBackWhatHasNotBegun() throws Exception {
    try (AsyncRuntime runtime = paused().build()) {
      ScheduledExecutorService executor = runtime.executor();
      List<String> log = new ArrayList<>();
      Runnable plain = () -> log.add("plain");
      executor.execute(plain);
      ScheduledFuture<?> timed = executor.schedule(() -> log.add("timed"), 1, TimeUnit.SECONDS);
      assertThat(executor.shutdownNow()).containsExactly(plain, (Runnable) timed);
      assertThat(executor.isTerminated()).isTrue();
      runtime.blockOn(Sleep.of(Duration.ofSeconds(2)));
      assertThat(log).isEmpty();
      assertThat(timed.isCancelled()).isTrue();
    }
  }

  @Test
  void closingTheRuntimeCancelsWhatWaits() {
    AsyncRuntime runtime = paused().build();
    ScheduledExecutorService executor = runtime.executor();
    Future<String> queued = executor.submit(() -> "never");
    Future<String> timed = executor.schedule(() -> "never", 1, TimeUnit.SECONDS);
    runtime.close();
    assertThatThrownBy(queued::get).isInstanceOf(CancellationException.class);
    assertThatThrownBy(timed::get).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> executor.schedule(() -> {}, 1, TimeUnit.SECONDS))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whatARunnableThrowsIsToldAndCounted() throws Exception {
    AsyncRuntime runtime = paused().build();
    List<String> told = new ArrayList<>();
    Thread here = Thread.currentThread();
    here.setUncaughtExceptionHandler((thread, failure) -> told.add(failure.getMessage()));
    try (runtime) {
      runtime
          .executor()
          .execute(
              () -> {
                throw new IllegalStateException("thrown");
              });
      runtime.blockOn(Sleep.of(Duration.ofSeconds(1)));
    } finally {
      here.setUncaughtExceptionHandler(null);
    }
    assertThat(told).containsExactly("thrown");
    assertThat(runtime.meters().lostFailures()).hasSize(1);
  }

  @Test
  void misuseIsNamed() throws Exception {
    try (AsyncRuntime runtime = paused().build()) {
      ScheduledExecutorService executor = runtime.executor();
      assertThatThrownBy(() -> executor.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.SECONDS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("period");
      assertThatThrownBy(() -> executor.execute(null)).isInstanceOf(NullPointerException.class);
      CompletableFuture<Object> refused =
          CompletableFuture.runAsync(
                  () -> {
                    try {
                      runtime.blockOn(Async.of(1));
                    } catch (Exception e) {
                      throw new IllegalStateException(e.getMessage());
                    }
                  },
                  executor)
              .handle((n, failure) -> failure.getMessage());
      assertThat(runtime.blockOn(Async.fromStage(refused)).toString())
          .contains("blockOn would keep a thread");
    }
  }
}
