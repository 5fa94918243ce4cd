package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often to look outside follows the length of polls. */
class PollPaceTest {
  private long now;
  private final PollPace pace = new PollPace(() -> now);

  private void stretch(int polls, long nanosEach) {
    pace.begin();
    for (int i = 0; i < polls; i++) {
      now += nanosEach;
      pace.polled();
    }
    pace.end();
  }

  @Test
  void itBeginsWithSixtyOne() {
    assertThat(pace.interval()).isEqualTo(61);
    pace.begin();
    pace.end();
    assertThat(pace.interval()).isEqualTo(61);
  }

  @Test
  void itAimsAtTwoHundredMicroseconds() {
    stretch(1000, 10_000);
    assertThat(pace.interval()).isEqualTo(20);
  }

  @Test
  void itStaysBetweenTwoAndOneHundredAndTwentySeven() {
    stretch(1000, 50_000_000);
    assertThat(pace.interval()).isEqualTo(2);
    stretch(1000, 1);
    assertThat(pace.interval()).isEqualTo(127);
  }

  @Test
  void aPollWeighsATenth() {
    stretch(1000, 10_000);
    stretch(1, 30_000);
    // The mean is 12 microseconds now.
    assertThat(pace.interval()).isEqualTo(16);
  }

  @Test
  void smallChangesAreNotFollowed() {
    stretch(1000, 10_000);
    stretch(1000, 11_000);
    assertThat(pace.interval()).isEqualTo(20);
    stretch(1000, 12_000);
    assertThat(pace.interval()).isEqualTo(16);
  }

  @Test
  void timeWithoutPollsDoesNotCount() {
    stretch(1000, 10_000);
    now += 1_000_000_000;
    stretch(1000, 10_000);
    assertThat(pace.interval()).isEqualTo(20);
  }
}
