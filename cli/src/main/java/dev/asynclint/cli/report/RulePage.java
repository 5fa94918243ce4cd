package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.Validation;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.RuleText;
import dev.asynclint.core.rule.RuleText.Section;
import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page of a rule, made of its annotation. */
public final class RulePage {
  /** What the compiler and every supported Java know. */
  private static final int EVERY_JAVA = 17;

  private RulePage() {}

  /**
   * Markdown.
   *
   * @param level of the page's heading, from 1
   */
  public static String markdown(RuleInfo rule, int level) {
    return new RuleText(rule.about()).markdown(level, sections(rule));
  }

  /** Plain text for a terminal. */
  public static String text(RuleInfo rule, Style style) {
    String heading = style.severity(rule.severity(), rule.id());
    return new RuleText(rule.about()).plain(heading, style::strong, sections(rule));
  }

  static List<Section> sections(RuleInfo rule) {
    List<Section> sections = new ArrayList<>(new RuleText(rule.about()).sections());
    sections.add(new Section("Configuration", configuration(rule), false));
    sections.add(new Section("Fix", fix(rule), false));
    sections.add(new Section("Validation", validation(rule), false));
    return sections;
  }

  private static String configuration(RuleInfo rule) {
    String budgets =
        Arrays.stream(rule.about().budgets())
            .map(name -> "`%s` (%s)".formatted(name, BudgetText.of(Budgets.DEFAULT).get(name)))
            .collect(Collectors.joining(", "));
    String moves = budgets.isEmpty() ? "" : " Budgets that move its verdict: " + budgets + ".";
    return "Select it with `--select %1$s`, leave it out with `--ignore %1$s`.".formatted(rule.id())
        + moves
        + (rule.about().inTests() ? " It also looks at tests." : " It leaves tests alone.");
  }

  private static String fix(RuleInfo rule) {
    if (rule.fix() == FixSafety.NONE) {
      return "No edit is offered: the help of a finding says what to do.";
    }
    return rule.fix() == FixSafety.SAFE
        ? "An edit is offered that keeps behaviour."
        : "An edit is offered for review.";
  }

  private static String validation(RuleInfo rule) {
    return rule.validation()
        .map(
            proof ->
                ("Validated by measurement (%s): `%s` breaks the budget (%s) at line %d, "
                        + "the one the rule blames; `Good.java` beside it keeps it. "
                        + "Repeat it with `asynclint prove %s`%s.")
                    .formatted(
                        proof.measured(),
                        proof.bad(),
                        budget(proof),
                        proof.line(),
                        rule.id(),
                        rule.about().release() > EVERY_JAVA
                            ? ", on a Java that has what it is about"
                            : ""))
        .orElse("Not validated: no measured program confirms this rule yet.");
  }

  private static String budget(Validation proof) {
    boolean number = proof.budget().chars().allMatch(Character::isDigit);
    return number
        ? proof.budget()
        : "`%s`, %s".formatted(proof.budget(), BudgetText.of(Budgets.DEFAULT).get(proof.budget()));
  }
}
