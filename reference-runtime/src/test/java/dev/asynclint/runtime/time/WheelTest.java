package dev.asynclint.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WheelTest {
  private static TimerEntry entry(long when) {
    TimerEntry entry = new TimerEntry();
    entry.when = when;
    return entry;
  }

  @Test
  void whatIsDueIsNotTakenIn() {
    Wheel wheel = new Wheel();
    wheel.poll(10);
    assertThat(wheel.insert(entry(10))).isFalse();
    assertThat(wheel.insert(entry(11))).isTrue();
  }

  @Test
  void beyondTheRangeATimerWaitsInTheTopLevel() {
    Wheel wheel = new Wheel();
    TimerEntry far = entry((1L << 36) + 5);
    wheel.insert(far);
    assertThat(far.chunk.level()).isEqualTo(5);
    assertThat(wheel.poll(1L << 36)).isNull();
    assertThat(wheel.poll((1L << 36) + 4)).isNull();
    assertThat(wheel.poll((1L << 36) + 5)).isSameAs(far);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void firesWhatAnOrderedMapWould(long seed) {
    Random random = new Random(seed);
    Wheel wheel = new Wheel();
    TreeMap<Long, List<TimerEntry>> model = new TreeMap<>();
    List<TimerEntry> armed = new ArrayList<>();
    long now = 0;
    for (int step = 0; step < 20_000; step++) {
      int choice = random.nextInt(10);
      if (choice < 5) {
        long ahead = random.nextLong() & ((1L << random.nextInt(1, 38)) - 1);
        TimerEntry entry = entry(now + ahead);
        if (wheel.insert(entry)) {
          model.computeIfAbsent(entry.when, w -> new ArrayList<>()).add(entry);
          armed.add(entry);
        } else {
          assertThat(entry.when).isLessThanOrEqualTo(now);
        }
      } else if (choice < 7 && !armed.isEmpty()) {
        TimerEntry entry = armed.remove(random.nextInt(armed.size()));
        wheel.remove(entry);
        model.get(entry.when).remove(entry);
        if (model.get(entry.when).isEmpty()) {
          model.remove(entry.when);
        }
      } else {
        now += random.nextLong() & ((1L << random.nextInt(1, 30)) - 1);
        List<TimerEntry> fired = new ArrayList<>();
        for (TimerEntry entry = wheel.poll(now); entry != null; entry = wheel.poll(now)) {
          fired.add(entry);
        }
        List<TimerEntry> expected = new ArrayList<>();
        model.headMap(now, true).values().forEach(expected::addAll);
        model.headMap(now, true).clear();
        assertThat(fired).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(fired).isSortedAccordingTo((a, b) -> Long.compare(a.when, b.when));
        armed.removeAll(fired);
        if (!model.isEmpty()) {
          assertThat(wheel.next()).isBetween(now, model.firstKey());
        }
      }
    }
  }

  /** What a timeout does that is not needed; the list it is in must not grow by it. */
  @Test
  void whatIsArmedAndDisarmedAgainAndAgainLeavesNothing() {
    Wheel wheel = new Wheel();
    List<TimerEntry> stay = new ArrayList<>();
    for (int i = 0; i < 4 + 8; i++) {
      stay.add(entry(5000 + i));
      wheel.insert(stay.get(i));
    }
    TimerEntry comes = entry(5100);
    wheel.insert(comes);
    Object chunk = comes.chunk;
    for (int i = 0; i < 1000; i++) {
      wheel.remove(comes);
      assertThat(wheel.insert(comes)).isTrue();
      assertThat(comes.chunk).isSameAs(chunk);
    }
    wheel.remove(comes);
    stay.forEach(wheel::remove);
    assertThat(wheel.next()).isEqualTo(Long.MAX_VALUE);
  }
}
