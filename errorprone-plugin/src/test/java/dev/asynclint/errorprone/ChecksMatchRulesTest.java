package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Severity;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds what the checks say of themselves against the rules, the one place for it. */
class ChecksMatchRulesTest {
  private static final Map<Severity, BugPattern.SeverityLevel> LEVELS =
      Map.of(
          Severity.ERROR, BugPattern.SeverityLevel.ERROR,
          Severity.WARNING, BugPattern.SeverityLevel.WARNING,
          Severity.INFO, BugPattern.SeverityLevel.SUGGESTION);

  @Test
  void everyRuleHasACheckAndEveryCheckARule() {
    assertThat(checks().keySet()).isEqualTo(rules().keySet()).contains("blocking-call-in-async");
  }

  @Test
  void namesAreTheIdsInPascalCase() {
    checks()
        .forEach(
            (id, check) -> {
              assertThat(check.canonicalName())
                  .isEqualTo(CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, id));
              assertThat(check.allNames())
                  .containsExactlyInAnyOrder(check.canonicalName(), "asynclint:" + id);
            });
  }

  @Test
  void severitiesAndSummariesAreThoseOfTheRules() {
    Map<String, AsyncRule> rules = rules();
    checks()
        .forEach(
            (id, check) -> {
              assertThat(check.defaultSeverity()).isEqualTo(LEVELS.get(rules.get(id).severity()));
              assertThat(check.message()).isEqualTo(rules.get(id).summary());
            });
  }

  @Test
  void noCheckLinksToAPageThatIsNotThere() {
    assertThat(checks().values()).allMatch(check -> check.linkUrl() == null);
  }

  private static Map<String, RuleChecker> checks() {
    Map<String, RuleChecker> checks = new TreeMap<>();
    for (BugChecker check : ServiceLoader.load(BugChecker.class)) {
      if (check instanceof RuleChecker ours) {
        assertThat(checks.put(ours.rule(), ours)).as(ours.rule()).isNull();
      }
    }
    return checks;
  }

  private static Map<String, AsyncRule> rules() {
    Map<String, AsyncRule> rules = new TreeMap<>();
    Compilation.rules()
        .map(rule -> rule.getClass().getAnnotation(AsyncRule.class))
        .forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }
}
