package dev.asynclint.runtime.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time of a runtime in nanoseconds from its start; can be stopped. Safe for any thread. */
final class Clock {
  private final LongSupplier source;

  /** Replaced as a whole, so that reading the time takes no lock. */
  private volatile State state;

  /** Stands at a time, or has run since the source stood at a base. */
  private record State(boolean paused, long passed, long base) {}

  Clock(LongSupplier source, boolean paused) {
    this.source = source;
    this.state = new State(paused, 0, source.getAsLong());
  }

  long nanos() {
    State now = state;
    return now.paused ? now.passed : now.passed + (source.getAsLong() - now.base);
  }

  boolean isPaused() {
    return state.paused;
  }

  synchronized void pause() {
    if (state.paused) {
      throw new IllegalStateException("the clock is paused already");
    }
    state = new State(true, nanos(), 0);
  }

  synchronized void resume() {
    if (!state.paused) {
      throw new IllegalStateException("the clock is not paused");
    }
    state = new State(false, state.passed, source.getAsLong());
  }

  synchronized void advance(long nanos) {
    if (!state.paused) {
      throw new IllegalStateException("only a paused clock can be advanced");
    }
    if (nanos < 0) {
      throw new IllegalArgumentException("time cannot go back: " + Duration.ofNanos(nanos));
    }
    state = new State(true, state.passed + nanos, 0);
  }
}
