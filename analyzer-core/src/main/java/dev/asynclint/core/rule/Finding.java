package dev.asynclint.core.rule;

import dev.asynclint.core.facts.Confidence;
import java.util.Comparator;
import java.util.List;

/**
 * A fault, where it is, how it is reached, and what to do.
 *
 * @param ruleId id of the rule
 * @param severity effective severity, before configuration
 * @param message one sentence: what happens and why here
 * @param label a few words under the caret: what this very place does; may be empty
 * @param trace the path from the async entry to the fault, entry first; may be empty
 * @param help what to do; may be empty
 * @param fixes edits that mend it; may be empty
 * @param meant where the program says that this is meant, in words; empty when it does not
 */
public record Finding(
    String ruleId,
    Severity severity,
    Confidence confidence,
    Location location,
    String message,
    String label,
    List<Step> trace,
    String help,
    List<Fix> fixes,
    String meant) {

  /** File, then place, then rule, then message. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::message);

  /** A finding of which the program does not say that it is meant. */
  public Finding(
      String ruleId,
      Severity severity,
      Confidence confidence,
      Location location,
      String message,
      String label,
      List<Step> trace,
      String help,
      List<Fix> fixes) {
    this(ruleId, severity, confidence, location, message, label, trace, help, fixes, "");
  }

  /** Copies the lists. */
  public Finding {
    trace = List.copyOf(trace);
    fixes = List.copyOf(fixes);
  }

  /**
   * One step of a path.
   *
   * @param depth calls below the entry, from 0
   */
  public record Step(Location location, String message, int depth) {}

  /**
   * A set of edits applied together.
   *
   * @param title imperative, for a quick-fix menu
   */
  public record Fix(String title, FixSafety safety, List<Edit> edits) {
    /** Copies the edits. */
    public Fix {
      edits = List.copyOf(edits);
    }
  }

  /** Replaces the units from start to end (exclusive) of a file. */
  public record Edit(String file, int start, int end, String text) {}

  /** The same finding with another severity. */
  public Finding with(Severity other) {
    return new Finding(
        ruleId, other, confidence, location, message, label, trace, help, fixes, meant);
  }
}
