package dev.asynclint.rules;

import dev.asynclint.core.facts.Program;
import dev.asynclint.runtime.budget.Budgets;

/** The thresholds of a scan. */
public final class Thresholds {
  private Thresholds() {}

  /** The budgets users set, else the documented ones. */
  public static Budgets of(Program program) {
    return program.setting(Budgets.class).orElse(Budgets.DEFAULT);
  }
}
