package dev.asynclint.prove.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;

/**
 * Measures one call. Each sample is a poll that makes the call as often as it takes to be longer
 * than the instruments are coarse; the same poll without the call is taken off. For one thread.
 */
final class Sampler {
  /** A poll of this length is read to about a tenth of a percent. */
  private static final long POLL_NANOS = 50_000;

  private static final int MOST_CALLS = 1 << 14;

  /** How long a call is made before it counts; enough for both compilers. */
  static final Duration WARM = Duration.ofMillis(300);

  private static final int SAMPLES = 31;

  /** Samples of a slow call are fewer. */
  private static final int LEAST_SAMPLES = 5;

  private static final long SAMPLING_NANOS = 1_000_000_000;

  /** Keeps results from being optimised away. */
  private static final AtomicReference<Object> RESULT = new AtomicReference<>();

  private static final Call.Body NOTHING = () -> RESULT;

  private final Instruments instruments;
  private final Polls polls;
  private final long warmNanos;

  /** A sampler that makes a call for some time before it counts. */
  Sampler(Instruments instruments, Polls polls, Duration warm) {
    this.instruments = instruments;
    this.polls = polls;
    this.warmNanos = warm.toNanos();
  }

  /** Runs something as one poll, and returns when it is over. */
  @FunctionalInterface
  interface Polls {
    void poll(Body body) throws Exception;

    /** What a poll does. */
    @FunctionalInterface
    interface Body {
      void run() throws Exception;
    }
  }

  /** What one poll used. */
  private record Sample(long nanos, long cpuNanos, long bytes) {}

  /**
   * Measures a call that this process has not made before.
   *
   * @throws Exception what the call fails with
   */
  Cost measure(Call.Body call) throws Exception {
    sample(NOTHING, 1);
    Sample nothing = sample(NOTHING, 1);
    Sample first = sample(call, 1);
    int calls = warm(call);
    List<Sample> with = samples(call, calls);
    warm(NOTHING);
    List<Sample> without = samples(NOTHING, calls);
    return new Cost(
        each(with, without, calls, Sample::nanos),
        each(with, without, calls, Sample::cpuNanos),
        each(with, without, calls, Sample::bytes),
        Math.max(0, first.nanos - nanos(nothing, first)),
        Math.max(0, first.bytes - nothing.bytes));
  }

  /** What the poll itself took, unless a stall of the machine made it longer than the call. */
  private static long nanos(Sample nothing, Sample first) {
    return Math.min(nothing.nanos, first.nanos);
  }

  /** Makes the call for a while; how often it fits into one poll then. */
  private int warm(Call.Body call) throws Exception {
    long end = instruments.nanos() + warmNanos;
    int calls = 1;
    do {
      Sample sample = sample(call, calls);
      if (sample.nanos < POLL_NANOS && calls < MOST_CALLS) {
        calls *= 2;
      }
    } while (instruments.nanos() < end);
    return calls;
  }

  private List<Sample> samples(Call.Body call, int calls) throws Exception {
    List<Sample> samples = new ArrayList<>();
    long end = instruments.nanos() + SAMPLING_NANOS;
    while (samples.size() < SAMPLES
        && (samples.size() < LEAST_SAMPLES || instruments.nanos() < end)) {
      samples.add(sample(call, calls));
    }
    return samples;
  }

  private Sample sample(Call.Body call, int calls) throws Exception {
    Sample[] taken = new Sample[1];
    polls.poll(() -> taken[0] = poll(call, calls));
    return taken[0];
  }

  private Sample poll(Call.Body call, int calls) throws Exception {
    long cpu = instruments.cpuNanos();
    long bytes = instruments.bytes();
    long nanos = instruments.nanos();
    for (int i = 0; i < calls; i++) {
      RESULT.lazySet(call.run());
    }
    long nanosAfter = instruments.nanos();
    long bytesAfter = instruments.bytes();
    long cpuAfter = instruments.cpuNanos();
    return new Sample(nanosAfter - nanos, cpuAfter - cpu, bytesAfter - bytes);
  }

  private static long each(
      List<Sample> with, List<Sample> without, int calls, ToLongFunction<Sample> what) {
    long all = median(with, what) - median(without, what);
    return Math.max(0, Math.round((double) all / calls));
  }

  /** The one in the middle; the lower of two. */
  private static long median(List<Sample> samples, ToLongFunction<Sample> what) {
    return samples.stream().mapToLong(what).sorted().toArray()[(samples.size() - 1) / 2];
  }
}
