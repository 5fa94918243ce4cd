package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.budget.Budgets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a runtime measures. Counting alone is always part of it. Immutable.
 *
 * @param meters what is measured beyond that; never null
 * @param slowPoll time from which a poll is told by itself; positive
 * @param stateWarnBytes state from which a suspended task is told by itself; not negative
 * @param libraries what the names of classes begin with that are not the user's, besides those of
 *     the JDK and this runtime, such as {@code "reactor."}; the blamed line is never in them
 */
public record Metering(
    Set<Meter> meters, Duration slowPoll, long stateWarnBytes, Set<String> libraries) {

  /** Checks the ranges stated for each component. */
  public Metering {
    // Copies in an order that is the same every time, for those who print them.
    meters = Collections.unmodifiableSet(new TreeSet<>(meters));
    libraries = Collections.unmodifiableSet(new TreeSet<>(libraries));
    Objects.requireNonNull(slowPoll, "slowPoll");
    if (slowPoll.isNegative() || slowPoll.isZero()) {
      throw new IllegalArgumentException("slowPoll must be positive, not " + slowPoll);
    }
    if (stateWarnBytes < 0) {
      throw new IllegalArgumentException(
          "stateWarnBytes must not be negative, not " + stateWarnBytes);
    }
    if (libraries.contains("")) {
      throw new IllegalArgumentException("an empty library would be every class");
    }
  }

  /** Counting, and some meters; thresholds are those of the default budgets. */
  public static Metering of(Meter... meters) {
    return new Metering(
        Set.copyOf(Arrays.asList(meters)),
        Budgets.DEFAULT.pollTime(),
        Budgets.DEFAULT.taskStateWarnBytes(),
        Set.of());
  }

  /** Counting alone: a few nanoseconds a poll. */
  public static Metering counts() {
    return of();
  }

  /** Everything, whatever it costs; except allocation sites, which want a flag of their own. */
  public static Metering strict() {
    return of(
        Meter.TIME,
        Meter.BYTES,
        Meter.CPU,
        Meter.SITES,
        Meter.STACKS,
        Meter.STATE,
        Meter.JDK_LOCKS,
        Meter.BLOCKING);
  }

  /** The same with the thresholds of some budgets. */
  public Metering budgets(Budgets budgets) {
    return new Metering(meters, budgets.pollTime(), budgets.taskStateWarnBytes(), libraries);
  }

  /** The same with another time from which polls are slow. */
  public Metering slowPoll(Duration time) {
    return new Metering(meters, time, stateWarnBytes, libraries);
  }

  /** The same with more libraries. */
  public Metering libraries(String... beginnings) {
    Set<String> all = new TreeSet<>(libraries);
    all.addAll(Arrays.asList(beginnings));
    return new Metering(meters, slowPoll, stateWarnBytes, all);
  }

  /** Whether this is measured. */
  public boolean has(Meter meter) {
    return meters.contains(meter);
  }
}
