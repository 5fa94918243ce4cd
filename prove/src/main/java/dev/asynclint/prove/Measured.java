package dev.asynclint.prove;

import java.util.List;

/**
 * What was measured of the twins of a rule.
 *
 * @param rule its id, or the name of the pair
 * @param meter what was measured
 * @param budgetName the name of the budget; a number when it is none of the named ones
 * @param budget in the unit of the meter
 * @param bad what each run of the bad twin read
 * @param good what each run of the good twin read
 * @param fault why there is no measurement; empty when there is one
 */
public record Measured(
    String rule,
    Meter meter,
    String budgetName,
    long budget,
    List<Run> bad,
    List<Run> good,
    String fault) {
  /** How much more the bad one must take than the good one, where time is measured. */
  private static final long RATIO = 5;

  /** A value, and the line of the program it belongs to; 0 when there is none. */
  public record Run(long value, int line) {}

  /** Copies the lists. */
  public Measured {
    bad = List.copyOf(bad);
    good = List.copyOf(good);
  }

  /** The least that any run of the bad twin took. */
  public long leastBad() {
    return bad.stream().mapToLong(Run::value).min().orElse(0);
  }

  /** The most that any run of the good twin took; where time is measured, the median. */
  public long mostGood() {
    List<Long> sorted = good.stream().map(Run::value).sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    return sorted.get(isTimed() ? sorted.size() / 2 : sorted.size() - 1);
  }

  /** The line every run of the bad twin blames; 0 when they blame none, or not the same. */
  public int blamed() {
    List<Integer> lines = bad.stream().map(Run::line).distinct().toList();
    return lines.size() == 1 ? lines.get(0) : 0;
  }

  /** Why the measurement shows no difference between the twins; empty when it does. */
  public String doubt() {
    if (!fault.isEmpty()) {
      return fault;
    } else if (leastBad() <= budget) {
      return "the bad twin stays within the budget";
    } else if (mostGood() > budget) {
      return "the good twin exceeds the budget";
    } else if (isTimed() && leastBad() < RATIO * mostGood()) {
      return "the bad twin takes less than %d times what the good one takes".formatted(RATIO);
    } else if (blamed() == 0) {
      return "the runs of the bad twin do not blame one line";
    }
    return "";
  }

  private boolean isTimed() {
    return meter.unit().equals("ns");
  }
}
