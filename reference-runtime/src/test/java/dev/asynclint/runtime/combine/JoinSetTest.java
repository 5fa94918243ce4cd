package dev.asynclint.runtime.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.poll.AbortHandle;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinSetTest {
  private final List<String> log = new ArrayList<>();

  private Async<String> after(int seconds, String value) {
    return Sleep.of(Duration.ofSeconds(seconds))
        .map(n -> value)
        .always(() -> log.add(value + " ended"));
  }

  private static Async<Void> drain(JoinSet<String> set, List<String> results) {
    return set.size() == 0
        ? Async.of(null)
        : set.joinNext()
            .map(results::add)
            .recover(
                failure -> {
                  JoinError error = (JoinError) failure;
                  results.add(error.isCancelled() ? "cancelled" : error.getCause().getMessage());
                  return Async.of(true);
                })
            .then(n -> drain(set, results));
  }

  @Test
  void resultsComeInTheOrderTheTasksEnd() {
    List<String> results = new ArrayList<>();
    Paused.run(
        () -> {
          JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
          set.spawn(after(3, "late"));
          set.spawn(after(1, "early"));
          set.spawn(after(2, "middle"));
          return drain(set, results);
        });
    assertThat(results).containsExactly("early", "middle", "late");
  }

  @Test
  void failuresAndAbortsAreResultsToo() {
    List<String> results = new ArrayList<>();
    Paused.run(
        () -> {
          JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
          set.spawn(Async.failed(new IllegalStateException("broken")));
          AbortHandle endless = set.spawn(Async.never());
          endless.abort();
          set.spawn(after(1, "fine"));
          return drain(set, results);
        });
    assertThat(results).containsExactly("broken", "cancelled", "fine");
  }

  @Test
  void closingASetAbortsItsTasks() {
    long alive =
        Paused.run(
            () -> {
              JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
              set.spawn(after(1, "one"));
              set.spawn(after(2, "two"));
              return Coop.yieldNow()
                  .then(
                      n -> {
                        set.close();
                        return Coop.yieldNow();
                      })
                  .map(
                      n -> {
                        assertThat(set.size()).isZero();
                        return AsyncRuntime.current().metrics().aliveTasks();
                      });
            });
    assertThat(alive).isZero();
    assertThat(log).containsExactly("one ended", "two ended");
  }

  @Test
  void abortedTasksCanStillBeWaitedFor() {
    List<String> results = new ArrayList<>();
    Paused.run(
        () -> {
          JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
          set.spawn(after(1, "one"));
          set.spawn(after(2, "two"));
          set.abortAll();
          return drain(set, results);
        });
    assertThat(results).containsExactly("cancelled", "cancelled");
  }

  @Test
  void detachedTasksRunOn() {
    Paused.run(
        () -> {
          JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
          set.spawn(after(1, "detached"));
          set.detachAll();
          set.close();
          return Sleep.of(Duration.ofSeconds(2));
        });
    assertThat(log).containsExactly("detached ended");
  }

  @Test
  void joiningManyLeavesTheBudgetAlone() {
    int[] budget = new int[2];
    Paused.run(
        () -> {
          JoinSet<String> set = new JoinSet<>(AsyncRuntime.current());
          for (int i = 0; i < 500; i++) {
            set.spawn(Async.of("done"));
          }
          return AsyncRuntime.current()
              .spawn(
                  Coop.yieldNow()
                      .then(
                          n -> {
                            budget[0] = Context.current().budget();
                            return drain(set, new ArrayList<>());
                          })
                      .map(
                          n -> {
                            budget[1] = Context.current().budget();
                            return null;
                          }));
        });
    assertThat(budget).containsExactly(128, 128);
  }

  @Test
  void anEmptySetHasNothingToWaitFor() {
    assertThatThrownBy(() -> Paused.run(() -> new JoinSet<>(AsyncRuntime.current()).joinNext()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty");
  }
}
