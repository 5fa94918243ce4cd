package dev.asynclint.errorprone;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.JCDiagnostic.SimpleDiagnosticPosition;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.util.List;

/**
 * A check that reports what one rule found. Its simple name is the rule's id in Pascal case; its
 * other name, {@code asynclint:} and the id, is the one that all faces of the rule share.
 */
public abstract class RuleChecker extends BugChecker implements CompilationUnitTreeMatcher {
  /** Starts the name of a rule wherever names of other tools may stand too. */
  static final String PREFIX = "asynclint:";

  private static final long serialVersionUID = 1L;

  private final ErrorProneFlags flags;

  /** Asked for in every file. */
  private String rule;

  /** A check of the rule that its {@code altNames} state. */
  protected RuleChecker(ErrorProneFlags flags) {
    this.flags = flags;
  }

  /**
   * The id of the rule.
   *
   * @throws IllegalStateException when {@code altNames} state none
   */
  public final String rule() {
    if (rule == null) {
      rule = stated();
    }
    return rule;
  }

  private String stated() {
    return allNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .findAny()
        .orElseThrow(() -> new IllegalStateException(canonicalName() + " names no rule"));
  }

  @Override
  public final Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
    Compilation compilation = Compilation.of(state.context, flags);
    try {
      boolean testsAlone = state.errorProneOptions().isTestOnlyTarget();
      List<Finding> findings = compilation.findings(rule(), tree, testsAlone);
      if (!findings.isEmpty()) {
        var suppressed = suppressedRegions(state);
        findings.stream()
            .filter(finding -> !suppressed.contains(finding.location().start()))
            .forEach(finding -> report(finding, compilation, state));
      }
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      compilation.failed(e);
    }
    return Description.NO_MATCH;
  }

  /** Error Prone knows one severity a check: what has another goes by the rule's other name. */
  private void report(Finding finding, Compilation compilation, VisitorState state) {
    SeverityLevel configured = state.severityMap().getOrDefault(canonicalName(), defaultSeverity());
    SeverityLevel effective = effective(finding, configured);
    boolean other = effective != configured;
    BugChecker speaker = other ? new OtherLevelCheck(this, effective) : this;
    Description.Builder description =
        speaker
            .buildDescription(new SimpleDiagnosticPosition(finding.location().start()))
            .setMessage(DiagnosticText.of(finding, other ? canonicalName() : ""))
            .overrideSeverity(effective);
    finding.fixes().stream()
        .filter(fix -> fix.edits().stream().allMatch(edit -> isIn(edit, finding)))
        .forEach(fix -> description.addFix(suggested(fix)));
    state.reportMatch(description.build());
    compilation.reported(finding.with(severity(effective)));
  }

  /** What the user set for the check; else what the finding says. No unsure one is an error. */
  private SeverityLevel effective(Finding finding, SeverityLevel configured) {
    if (configured == defaultSeverity()) {
      return level(finding.severity());
    }
    return finding.confidence() == Confidence.HIGH
        ? configured
        : milder(configured, SeverityLevel.WARNING);
  }

  private static SeverityLevel milder(SeverityLevel one, SeverityLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** A description can mend the file it is about, no other. */
  private static boolean isIn(Finding.Edit edit, Finding finding) {
    return edit.file().equals(finding.location().file());
  }

  private static SuggestedFix suggested(Finding.Fix fix) {
    SuggestedFix.Builder edits = SuggestedFix.builder().setShortDescription(fix.title());
    fix.edits().forEach(edit -> edits.replace(edit.start(), edit.end(), edit.text()));
    return edits.build();
  }

  private static SeverityLevel level(Severity severity) {
    return switch (severity) {
      case ERROR -> SeverityLevel.ERROR;
      case WARNING -> SeverityLevel.WARNING;
      case INFO -> SeverityLevel.SUGGESTION;
    };
  }

  private static Severity severity(SeverityLevel level) {
    return switch (level) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case SUGGESTION -> Severity.INFO;
    };
  }
}
