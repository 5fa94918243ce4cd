package dev.asynclint.cli.config;

import dev.asynclint.core.facts.Settings;
import java.util.Map;
import java.util.TreeMap;

/** A configuration to begin with: everything it says is commented out or the default. */
public final class ConfigTemplate {
  private ConfigTemplate() {}

  /** The text of the file. */
  public static String of(Settings.Reader budgets) {
    StringBuilder text =
        new StringBuilder(
            """
            # What asynclint reports here. `asynclint config show` prints what holds.

            [rules]
            # Rule ids, families, wave-N, or all; `asynclint rules` lists them.
            # select = ["all"]
            # ignore = ["allocation"]

            [rules.severity]
            # error, warning, info or off, for a rule, a family or a wave.
            # blocking = "error"

            [budgets]
            """);
    Map<String, String> kinds = budgets.kinds();
    new TreeMap<>(budgets.defaults())
        .forEach(
            (name, value) ->
                text.append("# ")
                    .append(name)
                    .append(" = ")
                    .append(value.matches("[0-9]+") ? value : '"' + value + '"')
                    .append("  # ")
                    .append(kinds.get(name))
                    .append('\n'));
    return text.append(
            """

            [contexts.annotations]
            # What your annotations say of the methods that carry them.
            # "com.example.OnLoop" = "event-loop"
            # "com.example.Slow" = "blocking"

            [contexts.methods]
            # Methods that a framework of yours calls; what overrides them runs there.
            # "com.example.Handler.handle" = "event-loop"

            # [[overrides]]
            # paths = ["src/legacy/"]
            # severity = { blocking = "info" }
            """)
        .toString();
  }
}
