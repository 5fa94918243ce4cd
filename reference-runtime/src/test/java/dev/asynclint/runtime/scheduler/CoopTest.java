package dev.asynclint.runtime.scheduler;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoopTest {
  /** Consumes so many operations, as one task may as long as its budget lasts. */
  private static Async<Void> consume(int count, List<Integer> perPoll) {
    int[] left = {count};
    return cx -> {
      int before = cx.operations();
      while (left[0] > 0) {
        if (!cx.proceed()) {
          perPoll.add(cx.operations() - before);
          return Poll.pending();
        }
        cx.progress();
        left[0]--;
      }
      perPoll.add(cx.operations() - before);
      return Poll.ready(null);
    };
  }

  @Test
  void aTaskMayCompleteOneHundredAndTwentyEightOperationsAPoll() {
    List<Integer> perPoll = new ArrayList<>();
    Paused.run(() -> spawn(consume(300, perPoll)));
    assertThat(perPoll).containsExactly(128, 128, 44);
  }

  @Test
  void usingUpTheBudgetIsCounted() {
    long forced =
        Paused.run(
            () ->
                spawn(consume(300, new ArrayList<>()))
                    .map(n -> AsyncRuntime.current().metrics().engine().forcedYields()));
    assertThat(forced).isEqualTo(2);
  }

  @Test
  void anAttemptThatEndsPendingIsFree() {
    List<Integer> budgets = new ArrayList<>();
    Paused.run(
        () ->
            spawn(
                cx -> {
                  if (cx.proceed()) {
                    budgets.add(cx.budget());
                  }
                  return Poll.ready(null);
                }));
    assertThat(budgets).containsExactly(128);
  }

  @Test
  void othersRunBetweenThePollsOfAGreedyTask() {
    List<String> order = new ArrayList<>();
    Paused.run(
        () -> {
          JoinHandle<Void> greedy =
              spawn(consume(129, new ArrayList<>()).always(() -> order.add("greedy")));
          spawn(Async.call(() -> order.add("victim")));
          return greedy;
        });
    assertThat(order).containsExactly("victim", "greedy");
  }

  @Test
  void unconstrainedHasNoLimit() {
    List<Integer> perPoll = new ArrayList<>();
    Paused.run(() -> spawn(Coop.unconstrained(consume(10_000, perPoll))));
    assertThat(perPoll).containsExactly(10_000);
  }

  @Test
  void consumeBudgetTakesOneOperation() {
    List<Integer> budgets = new ArrayList<>();
    Paused.run(
        () ->
            spawn(
                Coop.consumeBudget()
                    .then(
                        n ->
                            cx -> {
                              budgets.add(cx.budget());
                              return Poll.ready(null);
                            })));
    assertThat(budgets).containsExactly(127);
  }

  @Test
  void theSizeOfTheBudgetIsASetting() {
    List<Integer> perPoll = new ArrayList<>();
    Paused.run(Paused.builder().operationsPerPoll(10), () -> spawn(consume(25, perPoll)));
    assertThat(perPoll).containsExactly(10, 10, 5);
  }
}
