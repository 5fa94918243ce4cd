package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.Validation;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of a rule, made of its annotation. */
public final class RulePage {
  private static final Pattern MARKER = Pattern.compile("// expect:.*");

  private RulePage() {}

  /** One part; code is shown as it is, prose may be wrapped. */
  record Section(String title, String body, boolean code) {}

  /**
   * Markdown.
   *
   * @param level of the page's heading, from 1
   */
  public static String markdown(RuleInfo rule, int level) {
    StringBuilder page = new StringBuilder();
    page.append("#".repeat(level)).append(' ').append(rule.id()).append("\n\n");
    page.append(sentence(rule.summary())).append("\n\n").append(facts(rule)).append("\n");
    for (Section section : sections(rule)) {
      page.append("\n").append("#".repeat(level + 1)).append(' ').append(section.title());
      page.append(section.code() ? "\n\n```java\n" : "\n\n").append(section.body());
      page.append(section.code() ? "\n```\n" : "\n");
    }
    if (!rule.references().isEmpty()) {
      page.append("\n").append("#".repeat(level + 1)).append(" References\n\n");
      rule.references().forEach(one -> page.append("- ").append(one).append("\n"));
    }
    return page.toString();
  }

  /** Plain text for a terminal. */
  public static String text(RuleInfo rule, Style style) {
    StringBuilder page = new StringBuilder();
    page.append(style.severity(rule.severity(), rule.id())).append("\n\n");
    page.append(sentence(rule.summary())).append("\n").append(facts(rule)).append("\n");
    for (Section section : sections(rule)) {
      page.append("\n").append(style.strong(section.title())).append("\n");
      String body = section.code() ? section.body() : Wrap.at(section.body(), 78);
      body.lines().forEach(line -> page.append(("  " + line).stripTrailing()).append("\n"));
    }
    if (!rule.references().isEmpty()) {
      page.append("\n").append(style.strong("References")).append("\n");
      rule.references().forEach(one -> page.append("  ").append(one).append("\n"));
    }
    return page.toString();
  }

  static List<Section> sections(RuleInfo rule) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Why", prose(rule.about().why()), false));
    sections.add(new Section("Bad", code(rule.about().bad()), true));
    sections.add(new Section("Good", code(rule.about().good()), true));
    sections.add(new Section("When not", prose(rule.about().whenNot()), false));
    if (!rule.about().limits().isBlank()) {
      sections.add(new Section("Limits", prose(rule.about().limits()), false));
    }
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

  private static String facts(RuleInfo rule) {
    return "Family %s, severity %s, wave %d."
        .formatted(rule.family().id(), rule.severity().id(), rule.wave());
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
                        + "Repeat it with `asynclint prove %s`.")
                    .formatted(
                        proof.measured(), proof.bad(), budget(proof), proof.line(), rule.id()))
        .orElse("Not validated: no measured program confirms this rule yet.");
  }

  private static String budget(Validation proof) {
    boolean number = proof.budget().chars().allMatch(Character::isDigit);
    return number
        ? proof.budget()
        : "`%s`, %s".formatted(proof.budget(), BudgetText.of(Budgets.DEFAULT).get(proof.budget()));
  }

  private static String code(String example) {
    return MARKER.matcher(example).replaceAll("// reported").stripTrailing();
  }

  private static String prose(String text) {
    return sentence(text.strip().replaceAll("\\s*\n\\s*", " "));
  }

  /** The text, ending in a full stop. */
  static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0
        ? trimmed
        : trimmed + ".";
  }
}
