package dev.asynclint.runtime.time;

import static dev.asynclint.runtime.Paused.millis;
import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeTest {
  private static Async<Void> sleep(long millis) {
    return Async.defer(() -> Sleep.of(Duration.ofMillis(millis)));
  }

  @Test
  void aPausedClockAdvancesToTheNextTimerWhenNothingCanRun() {
    assertThat(Paused.<Long>run(() -> sleep(3_600_000).map(nothing -> millis())))
        .isEqualTo(3_600_000);
  }

  @Test
  void oneAfterTheOtherTakesTheSumSideBySideTheMost() {
    assertThat(Paused.<Long>run(() -> sleep(10).then(n -> sleep(20)).map(n -> millis())))
        .isEqualTo(30);
    assertThat(Paused.<Long>run(() -> Join.all(List.of(sleep(10), sleep(20))).map(n -> millis())))
        .isEqualTo(20);
  }

  @Test
  void yieldingDoesNotAdvanceTheClock() {
    assertThat(
            Paused.<Long>run(
                () -> {
                  JoinHandle<Void> sleeper = spawn(sleep(1000));
                  return Coop.yieldNow()
                      .then(n -> Coop.yieldNow())
                      .map(n -> millis())
                      .then(at -> sleeper.map(n -> at));
                }))
        .isZero();
  }

  @Test
  void aBlockingCallKeepsThePausedClockFromAdvancing() throws Exception {
    assertThat(
            Paused.<Long>run(
                () -> {
                  JoinHandle<Void> sleeper = spawn(sleep(1000));
                  AsyncRuntime runtime = AsyncRuntime.current();
                  return runtime
                      .spawnBlocking(
                          () -> {
                            Thread.sleep(20);
                            return runtime.timers().nanos() / 1_000_000;
                          })
                      .then(at -> sleeper.map(n -> at));
                }))
        .isZero();
  }

  @Test
  void aTimeoutDropsWhatIsTooLate() {
    List<String> log = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Paused.run(
                    () ->
                        Timeout.of(
                            Duration.ofMillis(5), sleep(10).always(() -> log.add("dropped")))))
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(log).containsExactly("dropped");
  }

  @Test
  void theValueIsPolledBeforeTheTimeout() {
    assertThat(Paused.<String>run(() -> Timeout.of(Duration.ZERO, Async.of("value"))))
        .isEqualTo("value");
  }

  @Test
  void aTimeoutEndsWhatUsesUpItsBudget() {
    Async<Void> endless =
        cx -> {
          while (cx.proceed()) {
            cx.progress();
          }
          return dev.asynclint.runtime.poll.Poll.pending();
        };
    // Yielding keeps the clock from advancing, so that the time has to pass by hand.
    assertThatThrownBy(
            () ->
                Paused.run(
                    () -> {
                      AsyncRuntime.current().timers().advance(Duration.ofMillis(1));
                      return Timeout.of(Duration.ZERO, endless);
                    }))
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void theFirstTickOfAnIntervalComesAtOnce() {
    assertThat(
            Paused.<List<Long>>run(
                () -> ticks(Interval.every(Duration.ofMillis(10)), 0, 3, new ArrayList<>())))
        .containsExactly(0L, 10L, 20L);
  }

  @Test
  void missedTicksComeInABurst() {
    assertThat(missed(MissedTick.BURST)).containsExactly(0L, 25L, 25L, 30L, 40L);
  }

  @Test
  void missedTicksDelayTheRest() {
    assertThat(missed(MissedTick.DELAY)).containsExactly(0L, 25L, 35L, 45L, 55L);
  }

  @Test
  void missedTicksAreSkipped() {
    assertThat(missed(MissedTick.SKIP)).containsExactly(0L, 25L, 30L, 40L, 50L);
  }

  private static List<Long> missed(MissedTick behaviour) {
    return Paused.run(
        () -> ticks(Interval.every(Duration.ofMillis(10), behaviour), 25, 5, new ArrayList<>()));
  }

  /** When each tick was received; after the first one a while passes. */
  private static Async<List<Long>> ticks(
      Interval interval, long pause, int count, List<Long> seen) {
    return interval
        .tick()
        .then(
            tick -> {
              seen.add(millis());
              Async<Void> rest = seen.size() == 1 && pause > 0 ? sleep(pause) : Async.of(null);
              return seen.size() == count
                  ? Async.of(seen)
                  : rest.then(n -> ticks(interval, pause, count, seen));
            });
  }

  @Test
  void deadlinesAreRoundedUp() {
    assertThat(
            Paused.<Long>run(
                () ->
                    Sleep.of(Duration.ofNanos(1))
                        .map(n -> AsyncRuntime.current().timers().nanos())))
        .isEqualTo(1_000_000);
  }

  @Test
  void aSleepThatIsResetWakesAtTheNewTimeAlone() {
    assertThat(
            Paused.<Long>run(
                () -> {
                  Sleep sleep = Sleep.of(Duration.ofMillis(10));
                  JoinHandle<Long> sleeper = spawn(sleep.map(n -> millis()));
                  return sleep(4)
                      .then(
                          n -> {
                            sleep.reset(Duration.ofMillis(20));
                            assertThat(AsyncRuntime.current().timers().armed()).isEqualTo(1);
                            return sleeper;
                          });
                }))
        .isEqualTo(24);
  }

  @Test
  void aSleepThatIsResetToNothingWakesAtOnceAndOneThatFiredSleepsAgain() {
    assertThat(
            Paused.<List<Long>>run(
                () -> {
                  Sleep sleep = Sleep.of(Duration.ofMillis(10));
                  JoinHandle<Long> sleeper = spawn(sleep.map(n -> millis()));
                  return sleep(4)
                      .then(
                          n -> {
                            sleep.reset(Duration.ZERO);
                            return sleeper;
                          })
                      .then(
                          first -> {
                            assertThat(sleep.isElapsed()).isTrue();
                            sleep.reset(Duration.ofMillis(3));
                            assertThat(sleep.isElapsed()).isFalse();
                            return sleep.map(n -> List.of(first, millis()));
                          });
                }))
        .containsExactly(4L, 7L);
  }

  @Test
  void droppingASleepDisarmsItsTimer() {
    Paused.run(
        () -> {
          JoinHandle<Void> sleeper = spawn(sleep(1000));
          return Coop.yieldNow()
              .then(
                  n -> {
                    assertThat(AsyncRuntime.current().timers().armed()).isEqualTo(1);
                    sleeper.abort();
                    return sleeper.recover(failure -> Async.of(null));
                  })
              .map(
                  n -> {
                    assertThat(AsyncRuntime.current().timers().armed()).isZero();
                    return null;
                  });
        });
  }

  @Test
  void misuseIsNamed() {
    assertThatThrownBy(() -> Sleep.of(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> Interval.every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
    assertThatThrownBy(
            () ->
                Paused.run(
                    AsyncRuntime.builder().currentThread().enableTime(false), () -> sleep(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("enableTime");
  }
}
