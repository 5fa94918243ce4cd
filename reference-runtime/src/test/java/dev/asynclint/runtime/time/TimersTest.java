package dev.asynclint.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Waker;
import java.time.Duration;
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
  private final Timers timers = new Timers(() -> now, false, 2, () -> earlier++);
  private final TimerShard shard = timers.shard(null);
  private final TimerShard other = timers.shard(Context.of(null, 1, 1));

  private TimerEntry arm(long tick, Waker waker) {
    return arm(shard, tick, waker);
  }

  private static TimerEntry arm(TimerShard shard, long tick, Waker waker) {
    TimerEntry entry = new TimerEntry();
    entry.when = tick;
    shard.arm(entry, waker);
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
    TimerEntry entry = arm(Timers.tick(shard.deadline(4 * MILLI + 1)), Waker.NONE);
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
    shard.cancel(disarmed);
    now = 10 * MILLI;
    timers.fire();
    shard.cancel(fired);
    assertThat(woken).containsExactly("fired");
    assertThat(disarmed.fired()).isFalse();
    assertThat(fired.fired()).isTrue();
  }

  @Test
  void everyWorkerHasAShardAndOneDriverFiresThemAll() {
    assertThat(other).isNotSameAs(shard);
    assertThat(timers.shard(Context.of(null, 1, 2))).isSameAs(shard);
    List<String> woken = new ArrayList<>();
    arm(shard, 9, () -> woken.add("shard 9"));
    arm(other, 4, () -> woken.add("other 4"));
    arm(other, 9, () -> woken.add("other 9"));
    assertThat(timers.armed()).isEqualTo(3);
    assertThat(timers.untilNext()).isEqualTo(4 * MILLI);
    now = 4 * MILLI;
    assertThat(timers.untilNext()).isZero();
    assertThat(timers.fire()).isEqualTo(1);
    assertThat(timers.untilNext()).isEqualTo(5 * MILLI);
    now = 9 * MILLI;
    assertThat(timers.fire()).isEqualTo(2);
    assertThat(woken).containsExactly("other 4", "shard 9", "other 9");
    assertThat(timers.untilNext()).isEqualTo(-1);
  }

  @Test
  void theDriverIsToldOfTheFirstOfAnyShard() {
    arm(shard, 50, Waker.NONE);
    timers.untilNext();
    arm(other, 40, Waker.NONE);
    assertThat(earlier).isEqualTo(2);
    timers.untilNext();
    arm(shard, 45, Waker.NONE);
    arm(other, 41, Waker.NONE);
    // Of the shard it is the first, which the shard alone can tell: once too often, never too
    // seldom.
    assertThat(earlier).isEqualTo(3);
  }

  @Test
  void aClockThatStandsTellsEveryShardWhatHasPassed() {
    timers.pause();
    timers.advance(Duration.ofMillis(20));
    timers.fire();
    assertThat(arm(shard, 20, Waker.NONE).fired()).isTrue();
    assertThat(arm(other, 20, Waker.NONE).fired()).isTrue();
    assertThat(arm(other, 21, Waker.NONE).fired()).isFalse();
    assertThat(timers.advanceToNext()).isTrue();
    assertThat(timers.nanos()).isEqualTo(21 * MILLI);
  }
}
