package dev.asynclint.cli.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.core.rule.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules in the words of SARIF. */
final class SarifRules {
  private static final int LONGEST_DESCRIPTION = 1024;

  private SarifRules() {}

  static Set<ReportingDescriptor> of(List<RuleInfo> rules) {
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    rules.forEach(rule -> descriptors.add(rule(rule)));
    return descriptors;
  }

  static Result.Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Result.Level.ERROR;
      case WARNING -> Result.Level.WARNING;
      case INFO -> Result.Level.NOTE;
    };
  }

  private static ReportingDescriptor rule(RuleInfo rule) {
    String why = RulePage.sentence(rule.about().why().strip().replaceAll("\\s+", " "));
    return new ReportingDescriptor()
        .withId(rule.id())
        .withName(rule.name())
        .withShortDescription(text(RulePage.sentence(rule.summary())))
        .withFullDescription(text(shortened(why)))
        .withHelp(
            new MultiformatMessageString()
                .withText(RulePage.text(rule, Style.PLAIN))
                .withMarkdown(RulePage.markdown(rule, 1)))
        .withDefaultConfiguration(
            new ReportingConfiguration()
                .withLevel(ReportingConfiguration.Level.fromValue(level(rule.severity()).value())))
        .withProperties(properties(rule));
  }

  private static PropertyBag properties(RuleInfo rule) {
    Set<String> tags = new LinkedHashSet<>(List.of("concurrency", "async", rule.family().id()));
    return new PropertyBag()
        .withTags(tags)
        .withAdditionalProperty("precision", precision(rule.severity()))
        .withAdditionalProperty("problem.severity", problemSeverity(rule.severity()))
        .withAdditionalProperty("wave", rule.wave());
  }

  /** The bar a rule has to clear to ship at a severity: nine in ten, seven in ten. */
  private static String precision(Severity severity) {
    return switch (severity) {
      case ERROR -> "high";
      case WARNING -> "medium";
      case INFO -> "low";
    };
  }

  private static String problemSeverity(Severity severity) {
    return severity == Severity.INFO ? "recommendation" : severity.id();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DESCRIPTION
        ? text
        : text.substring(0, LONGEST_DESCRIPTION - 1).stripTrailing() + "…";
  }

  private static MultiformatMessageString text(String text) {
    return new MultiformatMessageString().withText(text);
  }
}
