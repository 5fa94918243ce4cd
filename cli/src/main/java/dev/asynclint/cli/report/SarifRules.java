package dev.asynclint.cli.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.core.rule.RuleText;
import dev.asynclint.core.rule.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules in the words of SARIF. */
final class SarifRules {
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
    RuleText text = new RuleText(rule.about());
    return new ReportingDescriptor()
        .withId(rule.id())
        .withName(rule.name())
        .withShortDescription(text(RuleText.sentence(rule.summary())))
        .withFullDescription(text(text.description()))
        .withHelp(
            new MultiformatMessageString()
                .withText(RulePage.text(rule, Style.PLAIN))
                .withMarkdown(RulePage.markdown(rule, 1)))
        .withDefaultConfiguration(
            new ReportingConfiguration()
                .withLevel(ReportingConfiguration.Level.fromValue(level(rule.severity()).value())))
        .withProperties(
            new PropertyBag()
                .withTags(new LinkedHashSet<>(text.tags()))
                .withAdditionalProperty("precision", text.precision())
                .withAdditionalProperty("problem.severity", text.problemSeverity())
                .withAdditionalProperty("wave", rule.wave()));
  }

  private static MultiformatMessageString text(String text) {
    return new MultiformatMessageString().withText(text);
  }
}
