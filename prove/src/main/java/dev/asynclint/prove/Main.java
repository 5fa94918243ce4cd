package dev.asynclint.prove;

import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures the twins of one rule in this process, which then ends: a program that never stops must
 * not be in the way of others. Takes the name of their package and budgets as {@code name=text};
 * prints a line {@code bad VALUE LINE} or {@code good VALUE LINE} for each run.
 */
public final class Main {
  private Main() {}

  /** Measures; the exit status is 0, or 1 when a program failed. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err);
    int status = 0;
    try {
      Map<String, String> given = new HashMap<>();
      for (int i = 1; i < arguments.length; i++) {
        int equals = arguments[i].indexOf('=');
        given.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
      }
      Budgets budgets =
          BudgetText.read(
              given,
              (name, fault) -> {
                throw new IllegalArgumentException(fault);
              });
      Class<? extends Twin> bad = load(arguments[0] + ".Bad");
      Class<? extends Twin> good = load(arguments[0] + ".Good");
      Trial trial = new Trial(bad.getAnnotation(Claim.class), budgets);
      for (Evidence.Reading reading : trial.measure(bad)) {
        out.println("bad " + reading.value() + " " + reading.line());
      }
      for (Evidence.Reading reading : trial.measure(good)) {
        out.println("good " + reading.value() + " " + reading.line());
      }
    } catch (Throwable e) {
      e.printStackTrace();
      out.println("failed " + e);
      status = 1;
    }
    out.flush();
    Runtime.getRuntime().halt(status);
  }

  private static Class<? extends Twin> load(String name) throws ClassNotFoundException {
    return Class.forName(name).asSubclass(Twin.class);
  }
}
