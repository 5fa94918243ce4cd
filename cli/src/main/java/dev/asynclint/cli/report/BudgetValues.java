package dev.asynclint.cli.report;

import dev.asynclint.runtime.budget.Budgets;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;

/** Budgets in words. */
final class BudgetValues {
  private BudgetValues() {}

  /**
   * The documented default of a budget.
   *
   * @throws IllegalArgumentException when there is no budget of that name
   */
  static String byDefault(String name) {
    return Arrays.stream(Budgets.class.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .map(BudgetValues::value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no budget is called " + name));
  }

  private static String value(RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(Budgets.DEFAULT);
      return value instanceof Duration time ? time(time) : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String time(Duration time) {
    long micros = time.toNanos() / 1_000;
    if (micros % 1_000 != 0) {
      return micros + " µs";
    }
    return micros % 1_000_000 == 0 ? micros / 1_000_000 + " s" : micros / 1_000 + " ms";
  }
}
