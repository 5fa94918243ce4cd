package dev.asynclint.runtime.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SelectTest {
  private final List<String> dropped = new ArrayList<>();

  /** A computation that says when it was given up. */
  private <T> Async<T> tells(String name, Async<T> inner) {
    return new Async<>() {
      @Override
      public Poll<T> poll(Context cx) throws Exception {
        return inner.poll(cx);
      }

      @Override
      public void drop() {
        dropped.add(name);
        inner.drop();
      }
    };
  }

  @Test
  void theFirstThatEndsWinsAndTheOthersAreDropped() {
    String winner =
        Paused.run(
            () ->
                Select.<String>fair()
                    .on(tells("slow", Sleep.of(Duration.ofSeconds(2))), n -> "slow")
                    .on(tells("fast", Sleep.of(Duration.ofSeconds(1))), n -> "fast")
                    .on(tells("never", Async.never()), n -> "never"));
    assertThat(winner).isEqualTo("fast");
    assertThat(dropped).containsExactly("slow", "never");
  }

  @Test
  void biasedTakesTheFirstThatIsReadyEveryTime() {
    for (long seed = 1; seed <= 20; seed++) {
      String winner =
          Paused.run(
              Paused.builder().rngSeed(seed),
              () ->
                  Select.<String>biased()
                      .on(Async.of(1), n -> "first")
                      .on(Async.of(2), n -> "second"));
      assertThat(winner).isEqualTo("first");
    }
  }

  @Test
  void fairTakesAnyThatIsReadyByTheSeed() {
    TreeSet<String> winners = new TreeSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      String winner = fair(seed);
      assertThat(fair(seed)).isEqualTo(winner);
      winners.add(winner);
    }
    assertThat(winners).containsExactly("first", "second", "third");
  }

  private static String fair(long seed) {
    return Paused.run(
        Paused.builder().rngSeed(seed * 7919),
        () ->
            Select.<String>fair()
                .on(Async.of(1), n -> "first")
                .on(Async.of(2), n -> "second")
                .on(Async.of(3), n -> "third"));
  }

  @Test
  void aFailureWinsToo() {
    assertThatThrownBy(
            () ->
                Paused.run(
                    () ->
                        Select.<String>biased()
                            .on(tells("waits", Async.never()), n -> "waits")
                            .on(Async.failed(new IllegalStateException("broken")), n -> "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(dropped).containsExactly("waits");
  }

  @Test
  void aSelectThatIsGivenUpDropsAll() {
    String outer =
        Paused.run(
            () ->
                Select.<String>biased()
                    .on(
                        Select.<String>biased()
                            .on(tells("one", Async.never()), n -> "")
                            .on(tells("two", Async.never()), n -> ""),
                        n -> "inner")
                    .on(Sleep.of(Duration.ofSeconds(1)), n -> "outer"));
    assertThat(outer).isEqualTo("outer");
    assertThat(dropped).containsExactly("one", "two");
  }

  @Test
  void withoutABranchThereIsNothingToWaitFor() {
    assertThatThrownBy(() -> Paused.run(Select::fair))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a branch at least");
  }
}
