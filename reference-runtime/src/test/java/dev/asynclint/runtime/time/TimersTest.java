package dev.asynclint.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.poll.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Timers of a clock that is moved by hand, without a scheduler. */
// Whoever asked for the lock while it is held by the same thread would turn round for ever.
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimersTest {
  private static final long MILLI = 1_000_000;

  private long now;
  private int earlier;
  private final Timers timers = new Timers(() -> now, false, () -> earlier++);

  private TimerEntry arm(long tick, Waker waker) {
    TimerEntry entry = new TimerEntry();
    entry.when = tick;
    timers.arm(entry, waker);
    return entry;
  }

  @Test
  void thirtyTwoAreTakenAtATimeAndWokenWithoutTheLock() {
    List<Long> armedAtWake = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      arm(5, () -> armedAtWake.add(timers.armed()));
    }
    now = 5 * MILLI;
    assertThat(timers.fire()).isEqualTo(70);
    List<Long> expected = new ArrayList<>(Collections.nCopies(32, 38L));
    expected.addAll(Collections.nCopies(32, 6L));
    expected.addAll(Collections.nCopies(6, 0L));
    assertThat(armedAtWake).isEqualTo(expected);
  }

  @Test
  void noneFiresBeforeItsMillisecond() {
    TimerEntry entry = arm(Timers.tick(timers.deadline(4 * MILLI + 1)), Waker.NONE);
    now = 5 * MILLI - 1;
    assertThat(timers.fire()).isZero();
    assertThat(entry.fired()).isFalse();
    now = 5 * MILLI;
    assertThat(timers.fire()).isEqualTo(1);
    assertThat(entry.fired()).isTrue();
  }

  @Test
  void theDriverIsToldOfATimerOnlyWhenItIsDueBeforeAllOthers() {
    arm(50, Waker.NONE);
    assertThat(earlier).isEqualTo(1);
    arm(50, Waker.NONE);
    arm(60, Waker.NONE);
    assertThat(earlier).isEqualTo(1);
    arm(40, Waker.NONE);
    assertThat(earlier).isEqualTo(2);
  }

  @Test
  void closingFiresAllAndWhateverIsArmedAfterwards() {
    List<String> woken = new ArrayList<>();
    List<TimerEntry> entries = new ArrayList<>();
    for (long tick : new long[] {1, 100, 1L << 20, 1L << 40}) {
      entries.add(arm(tick, () -> woken.add("" + tick)));
    }
    timers.close();
    assertThat(woken).containsExactly("1", "100", "1048576", "1099511627776");
    entries.add(arm(7, () -> woken.add("late")));
    assertThat(entries).allMatch(TimerEntry::fired);
    assertThat(woken).hasSize(4);
    assertThat(timers.armed()).isZero();
  }

  @Test
  void oneThatIsDisarmedWakesNobodyAndOneThatFiredStaysSo() {
    List<String> woken = new ArrayList<>();
    TimerEntry disarmed = arm(3, () -> woken.add("disarmed"));
    TimerEntry fired = arm(3, () -> woken.add("fired"));
    timers.cancel(disarmed);
    now = 10 * MILLI;
    timers.fire();
    timers.cancel(fired);
    assertThat(woken).containsExactly("fired");
    assertThat(disarmed.fired()).isFalse();
    assertThat(fired.fired()).isTrue();
  }
}
