package dev.asynclint.runtime.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time of a runtime in nanoseconds from its start; can be stopped. Safe for any thread. */
final class Clock {
  private final LongSupplier source;
  private long base;
  private long passed;
  private boolean paused;

  Clock(LongSupplier source, boolean paused) {
    this.source = source;
    this.paused = paused;
    this.base = source.getAsLong();
  }

  synchronized long nanos() {
    return paused ? passed : passed + (source.getAsLong() - base);
  }

  synchronized boolean isPaused() {
    return paused;
  }

  synchronized void pause() {
    if (paused) {
      throw new IllegalStateException("the clock is paused already");
    }
    passed += source.getAsLong() - base;
    paused = true;
  }

  synchronized void resume() {
    if (!paused) {
      throw new IllegalStateException("the clock is not paused");
    }
    base = source.getAsLong();
    paused = false;
  }

  synchronized void advance(long nanos) {
    if (!paused) {
      throw new IllegalStateException("only a paused clock can be advanced");
    }
    if (nanos < 0) {
      throw new IllegalArgumentException("time cannot go back: " + Duration.ofNanos(nanos));
    }
    passed += nanos;
  }
}
