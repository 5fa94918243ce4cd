package dev.asynclint.rules;

import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The thresholds of a scan. */
public final class Thresholds {
  /** Reads budgets as users write them. */
  public static final Settings.Reader READER = new Reader();

  private Thresholds() {}

  /** The budgets users set, else the documented ones. */
  public static Budgets of(Program program) {
    return program.setting(Budgets.class).orElse(Budgets.DEFAULT);
  }

  private static final class Reader implements Settings.Reader {
    @Override
    public Map<String, String> defaults() {
      return BudgetText.of(Budgets.DEFAULT);
    }

    @Override
    public Map<String, String> kinds() {
      Map<String, String> kinds = new LinkedHashMap<>();
      BudgetText.kinds().forEach((name, kind) -> kinds.put(name, kind.words()));
      return kinds;
    }

    @Override
    public Settings read(Map<String, String> given, BiConsumer<String, String> refused) {
      return Settings.NONE.with(Budgets.class, BudgetText.read(given, refused));
    }
  }
}
