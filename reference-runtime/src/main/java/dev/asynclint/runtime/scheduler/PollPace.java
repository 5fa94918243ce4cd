package dev.asynclint.runtime.scheduler;

import java.util.function.LongSupplier;

/**
 * How often to look outside: about every 200 microseconds, by the mean length of a poll. The mean
 * moves with a weight of a tenth a poll. Source: Tokio, whose code aims at 200 microseconds while
 * its documentation says 10 milliseconds.
 */
final class PollPace {
  private static final double WEIGHT = 0.1;
  private static final double TARGET_NANOS = 200_000;
  private static final int LEAST = 2;
  private static final int MOST = 127;
  private static final int FIRST = 61;

  /** Changes smaller than this are not worth one. */
  private static final int SLACK = 2;

  private final LongSupplier nanos;
  private double mean = TARGET_NANOS / FIRST;
  private long began = -1;
  private int polls;
  private int interval = FIRST;

  /** The pace of one worker, by a clock of nanoseconds. */
  PollPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A stretch of polls begins. */
  void begin() {
    if (began < 0) {
      began = nanos.getAsLong();
      polls = 0;
    }
  }

  void polled() {
    polls++;
  }

  /** The stretch ends. */
  void end() {
    if (began < 0 || polls == 0) {
      began = -1;
      return;
    }
    double each = (double) (nanos.getAsLong() - began) / polls;
    double weight = 1 - Math.pow(1 - WEIGHT, polls);
    mean = weight * each + (1 - weight) * mean;
    int tuned = (int) Math.max(LEAST, Math.min(MOST, TARGET_NANOS / Math.max(1, mean)));
    if (Math.abs(tuned - interval) > SLACK) {
      interval = tuned;
    }
    began = -1;
  }

  /** Turns between two looks. */
  int interval() {
    return interval;
  }
}
