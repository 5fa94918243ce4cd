package dev.asynclint.errorprone;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;

/** A rule that has a fix, and one that fails, with their checks. */
final class LegacyCall {
  private LegacyCall() {}

  /** The check of {@link LegacyRule}. */
  @AutoService(BugChecker.class)
  @BugPattern(
      name = "LegacyCall",
      altNames = "asynclint:legacy-call",
      summary = "Call of a method named legacy",
      severity = BugPattern.SeverityLevel.WARNING,
      linkType = BugPattern.LinkType.NONE)
  public static final class LegacyCheck extends RuleChecker {
    private static final long serialVersionUID = 1L;

    /** For the service loader. */
    public LegacyCheck() {
      super(ErrorProneFlags.empty());
    }

    /** For a compilation. */
    @Inject
    public LegacyCheck(ErrorProneFlags flags) {
      super(flags);
    }
  }

  /** The check of {@link FailingRule}. */
  @AutoService(BugChecker.class)
  @BugPattern(
      name = "FailingRule",
      altNames = "asynclint:failing-rule",
      summary = "Fails where a method is named explode",
      severity = BugPattern.SeverityLevel.WARNING,
      linkType = BugPattern.LinkType.NONE)
  public static final class FailingCheck extends RuleChecker {
    private static final long serialVersionUID = 1L;

    /** For the service loader. */
    public FailingCheck() {
      super(ErrorProneFlags.empty());
    }

    /** For a compilation. */
    @Inject
    public FailingCheck(ErrorProneFlags flags) {
      super(flags);
    }
  }

  /** Renames calls of {@code legacy}. */
  @AutoService(Rule.class)
  @AsyncRule(
      id = "legacy-call",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Call of a method named legacy",
      why = "",
      bad = "",
      good = "",
      whenNot = "",
      fix = FixSafety.SAFE)
  public static final class LegacyRule implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return program.calls().filter(call -> call.display().endsWith(".legacy")).map(this::finding);
    }

    private Finding finding(CallSite call) {
      Location at =
          Location.anchor(
              call.place().unit().file(),
              call.place().unit().lines(),
              call.place().origin(),
              call.place().length());
      Finding.Edit edit = new Finding.Edit(at.file(), at.start(), at.end(), "modern");
      return new Finding(
          "legacy-call",
          Severity.WARNING,
          Confidence.HIGH,
          at,
          "legacy is called",
          "",
          List.of(),
          "",
          List.of(new Finding.Fix("Call modern", FixSafety.SAFE, List.of(edit))));
    }
  }

  /** Fails on purpose. */
  @AutoService(Rule.class)
  @AsyncRule(
      id = "failing-rule",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Fails where a method is named explode",
      why = "",
      bad = "",
      good = "",
      whenNot = "")
  public static final class FailingRule implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      if (program.calls().anyMatch(call -> call.display().endsWith(".explode"))) {
        throw new IllegalStateException("on purpose");
      }
      return Stream.empty();
    }
  }
}
