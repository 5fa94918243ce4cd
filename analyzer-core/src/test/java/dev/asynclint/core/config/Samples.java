package dev.asynclint.core.config;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Two rules and a budget to configure. */
final class Samples {
  static final RuleNames NAMES = new RuleNames(List.of(new Nap(), new Grab()));
  static final AsyncRule NAP = Nap.class.getAnnotation(AsyncRule.class);
  static final AsyncRule GRAB = Grab.class.getAnnotation(AsyncRule.class);

  /** One budget, {@code naps}, that is an even number. */
  static final Settings.Reader BUDGETS =
      new Settings.Reader() {
        @Override
        public Map<String, String> defaults() {
          return Map.of("naps", "2");
        }

        @Override
        public Map<String, String> kinds() {
          return Map.of("naps", "an even number");
        }

        @Override
        public Settings read(Map<String, String> given, BiConsumer<String, String> refused) {
          given.forEach(
              (name, text) -> {
                if (!text.matches("[0-9]*[02468]")) {
                  refused.accept(name, name + " is " + text + ", not an even number");
                }
              });
          return Settings.NONE;
        }
      };

  private Samples() {}

  static Finding finding(AsyncRule rule, Confidence confidence) {
    return new Finding(
        rule.id(),
        rule.severity(),
        confidence,
        new Location("A.java", 0, 1, 1, 1, 1, 2),
        "message",
        "",
        List.of(),
        "",
        List.of());
  }

  @AsyncRule(
      id = "nap-at-work",
      family = Family.BLOCKING,
      severity = Severity.WARNING,
      summary = "",
      why = "",
      bad = "",
      good = "",
      whenNot = "")
  private static final class Nap implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.empty();
    }
  }

  @AsyncRule(
      id = "grab-it-all",
      family = Family.LOCKS,
      severity = Severity.ERROR,
      wave = 2,
      summary = "",
      why = "",
      bad = "",
      good = "",
      whenNot = "")
  private static final class Grab implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.empty();
    }
  }
}
