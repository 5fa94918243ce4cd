package dev.asynclint.runtime.scheduler;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.Notify;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose turn it is. One worker takes the same turns every time. */
class TurnTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  private Async<Void> logs(String entry) {
    return Async.call(
        () -> {
          log.add(entry);
          return null;
        });
  }

  private static Async<Void> times(int count, Supplier<Async<Void>> each) {
    return count == 0 ? Async.of(null) : each.get().then(n -> times(count - 1, each));
  }

  /** Runs a task on the only worker, until all are done. */
  private static AsyncRuntime onOneWorker(Supplier<Async<Void>> task) throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().workerThreads(1).metering(Metering.counts()).build();
    try (runtime) {
      runtime.blockOn(runtime.spawn(Async.defer(task)));
      while (runtime.metrics().aliveTasks() > 0) {
        runtime.blockOn(runtime.spawn(Coop.yieldNow()));
      }
    }
    return runtime;
  }

  @Test
  void theTaskWokenLastRunsNextAndTheOneItDisplacesGoesToTheBack() throws Exception {
    onOneWorker(
        () -> {
          spawn(logs("first"));
          spawn(logs("second"));
          spawn(logs("third"));
          return Async.of(null);
        });
    assertThat(log).containsExactly("third", "first", "second");
  }

  private Async<Void> chain(int link) {
    return logs("link " + link)
        .map(
            n -> {
              if (link < 5) {
                spawn(chain(link + 1));
              }
              return null;
            });
  }

  @Test
  void atMostThreeOfThoseRunBeforeTheOthersGetTheirTurn() throws Exception {
    onOneWorker(
        () -> {
          spawn(logs("victim"));
          spawn(chain(1));
          return Async.of(null);
        });
    assertThat(log).containsExactly("link 1", "link 2", "link 3", "victim", "link 4", "link 5");
  }

  @Test
  void theTaskWokenLastSharesTheBudgetOfTheOneThatWokeIt() throws Exception {
    AsyncRuntime runtime =
        onOneWorker(
            () ->
                times(100, () -> Coop.consumeBudget())
                    .map(
                        n -> {
                          AsyncRuntime.current()
                              .spawn("next", times(100, () -> Coop.consumeBudget()));
                          return null;
                        }));
    assertThat(runtime.meters().named("next").polls()).isEqualTo(2);
    assertThat(runtime.meters().named("next").maxOperationsPerPoll()).isEqualTo(72);
    assertThat(runtime.meters().named("next").forcedYields()).isEqualTo(1);
  }

  @Test
  void aTaskThatWakesItselfGoesBehindTheOthers() throws Exception {
    boolean[] woken = {false};
    onOneWorker(
        () ->
            cx -> {
              if (woken[0]) {
                log.add("self");
                return Poll.ready(null);
              }
              woken[0] = true;
              spawn(logs("other"));
              spawn(logs("last woken"));
              cx.waker().wake();
              return Poll.pending();
            });
    assertThat(log).containsExactly("last woken", "other", "self");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 31})
  void onTheCurrentThreadTasksFromOutsideComeFirstEveryInterval(int interval) {
    int[] turns = {0};
    int[] before = {0};
    int[] atTurn = {0};
    Paused.run(
        Paused.builder().globalQueueInterval(interval),
        () -> {
          JoinHandle<Void> busy = spawn(busyUntil(() -> atTurn[0] > 0, turns));
          return Coop.yieldNow()
              .map(
                  n -> {
                    before[0] = turns[0];
                    return fromAnotherThread(() -> atTurn[0] = turns[0]);
                  })
              .then(n -> busy);
        });
    assertThat(atTurn[0] - before[0]).isBetween(0, interval);
  }

  /** A task that has something to do at every turn. */
  private static Async<Void> busyUntil(Supplier<Boolean> end, int[] turns) {
    return cx -> {
      turns[0]++;
      if (end.get()) {
        return Poll.ready(null);
      }
      cx.waker().wake();
      return Poll.pending();
    };
  }

  private static Void fromAnotherThread(Runnable action) {
    AsyncRuntime runtime = AsyncRuntime.current();
    Thread other =
        new Thread(
            () ->
                runtime.spawn(
                    Async.call(
                        () -> {
                          action.run();
                          return null;
                        })));
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 61})
  void timersAreLookedAtAfterSoManyTasks(int interval) {
    int[] turns = {0};
    int[] atTurn = {0};
    Paused.run(
        Paused.builder().eventInterval(interval),
        () -> {
          spawn(
              Sleep.of(Duration.ofMillis(1))
                  .map(
                      n -> {
                        atTurn[0] = turns[0];
                        return null;
                      }));
          return Coop.yieldNow()
              .then(
                  n -> {
                    AsyncRuntime.current().timers().advance(Duration.ofMillis(1));
                    return spawn(busyUntil(() -> atTurn[0] > 0, turns));
                  });
        });
    // When its timer has fired the sleeper stands behind the busy task.
    assertThat(atTurn[0]).isBetween(1, interval + 1);
  }

  @Test
  void wakesFromOtherThreadsComeThroughTheQueueFromOutside() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().workerThreads(1).metering(Metering.counts()).build();
    try (runtime) {
      Notify signal = new Notify();
      JoinHandle<Void> waits = runtime.spawn(signal.notified());
      runtime.blockOn(runtime.spawn(Coop.yieldNow()));
      long before = runtime.metrics().engine().remoteSchedules();
      signal.notifyOne();
      runtime.blockOn(waits);
      assertThat(runtime.metrics().engine().remoteSchedules()).isEqualTo(before + 1);
      assertThat(runtime.meters().peaks().injectQueue()).isPositive();
    }
  }
}
