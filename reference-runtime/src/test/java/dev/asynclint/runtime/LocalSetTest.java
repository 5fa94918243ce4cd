package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.Notify;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LocalSetTest {
  private static Async<Void> times(int count, Supplier<Async<Void>> each) {
    return count == 0 ? Async.of(null) : each.get().then(n -> times(count - 1, each));
  }

  @Test
  void tasksStayOnTheThreadThatWaits() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build()) {
      Set<Thread> threads = new HashSet<>();
      LocalSet set = new LocalSet(runtime);
      for (int i = 0; i < 50; i++) {
        set.spawn(
            times(
                10,
                () -> {
                  threads.add(Thread.currentThread());
                  return Async.<Void>of(null)
                      .then(n -> Sleep.of(Duration.ofMillis(1)))
                      .then(n -> Coop.yieldNow());
                }));
      }
      runtime.blockOn(set);
      assertThat(threads).containsExactly(Thread.currentThread());
      assertThat(set.size()).isZero();
    }
  }

  @Test
  void theyRunBesideWhatIsWaitedForAndStayWhenItEnds() {
    List<String> log = new ArrayList<>();
    AsyncRuntime[] runtime = {null};
    LocalSet[] made = {null};
    Paused.run(
        () -> {
          runtime[0] = AsyncRuntime.current();
          LocalSet set = new LocalSet(runtime[0]);
          made[0] = set;
          set.spawn(times(3, () -> Sleep.of(Duration.ofSeconds(10)).map(n -> log("tick", log))));
          return set.runUntil(Sleep.of(Duration.ofSeconds(25)).map(n -> log("done", log)));
        });
    assertThat(log).containsExactly("tick", "tick", "done");
    assertThat(made[0].size()).isEqualTo(1);
  }

  private static Void log(String entry, List<String> log) {
    log.add(entry);
    return null;
  }

  @Test
  void aPollOfTheSetRunsSixtyOneTasks() {
    int[] run = {0};
    List<Integer> runAtEachTurn = new ArrayList<>();
    Paused.run(
        () -> {
          LocalSet set = new LocalSet(AsyncRuntime.current());
          for (int i = 0; i < 100; i++) {
            set.spawn(Async.call(() -> run[0]++));
          }
          return cx -> {
            Poll<Void> polled = set.poll(cx);
            runAtEachTurn.add(run[0]);
            return polled;
          };
        });
    assertThat(runAtEachTurn).containsExactly(61, 100);
  }

  @Test
  void eachTaskHasABudgetOfItsOwn() {
    long[] polls = {0, 0};
    Paused.run(
        () -> {
          LocalSet set = new LocalSet(AsyncRuntime.current());
          for (int i = 0; i < 2; i++) {
            int task = i;
            Async<Void> greedy = times(128, () -> Coop.consumeBudget());
            set.spawn(
                cx -> {
                  polls[task]++;
                  return greedy.poll(cx);
                });
          }
          return set;
        });
    assertThat(polls).containsExactly(1, 1);
  }

  @Test
  void whatUsesUpItsBudgetGoesOnLater() {
    int[] polls = {0};
    Paused.run(
        () -> {
          LocalSet set = new LocalSet(AsyncRuntime.current());
          Async<Void> greedy = times(300, () -> Coop.consumeBudget());
          set.spawn(
              cx -> {
                polls[0]++;
                return greedy.poll(cx);
              });
          return set;
        });
    assertThat(polls[0]).isEqualTo(3);
  }

  @Test
  void wakesFromOtherThreadsReachThem() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build()) {
      LocalSet set = new LocalSet(runtime);
      Notify asked = new Notify();
      Notify answered = new Notify();
      JoinHandle<Void> remote =
          runtime.spawn(
              times(
                  100,
                  () ->
                      asked
                          .notified()
                          .map(
                              n -> {
                                answered.notifyOne();
                                return null;
                              })));
      set.spawn(
          times(
              100,
              () -> {
                asked.notifyOne();
                return answered.notified();
              }));
      runtime.blockOn(set);
      runtime.blockOn(remote);
    }
  }

  @Test
  void closingCancelsItsTasks() {
    List<String> log = new ArrayList<>();
    Paused.run(
        () -> {
          LocalSet set = new LocalSet(AsyncRuntime.current());
          set.spawn(Async.never().always(() -> log.add("dropped")));
          return set.runUntil(Coop.yieldNow())
              .map(
                  n -> {
                    set.close();
                    assertThat(set.spawn(Async.never()).isFinished()).isTrue();
                    return null;
                  });
        });
    assertThat(log).containsExactly("dropped");
  }

  @Test
  void anotherThreadIsRefused() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build()) {
      LocalSet set = new LocalSet(runtime);
      set.spawn(Async.of(1));
      runtime.blockOn(set);
      assertThatThrownBy(() -> runtime.blockOn(runtime.spawn(set)))
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("poll it with blockOn");
    }
  }

  @Test
  void asATaskOfItsOwnItIsMeasuredAndSoAreItsTasks() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().currentThread().metering(Metering.counts()).build();
    try (runtime) {
      LocalSet set = new LocalSet(runtime);
      set.spawn("inside", times(200, () -> Coop.consumeBudget()));
      runtime.blockOn(runtime.spawn("set", set));
    }
    assertThat(runtime.meters().named("inside").operations()).isEqualTo(200);
    assertThat(runtime.meters().named("inside").polls()).isEqualTo(2);
    assertThat(runtime.meters().named("set").polls()).isEqualTo(2);
    assertThat(runtime.meters().named("set").operations()).isZero();
  }
}
