package dev.asynclint.prove;

import java.util.Optional;
import java.util.Set;

/**
 * What a measurement and a rule say together.
 *
 * @param rule its id, or the name of the pair
 * @param verdict what comes of it
 * @param measured what was measured; empty for a rule without twins
 * @param blamedByRule the line of the bad twin the rule reports; 0 when it reports none or several
 * @param reason why nothing is proven; empty when it is
 */
public record Proof(
    String rule, Verdict verdict, Optional<Measured> measured, int blamedByRule, String reason) {

  /** What comes of a proof. */
  public enum Verdict {
    /** The bad twin breaks the budget at the line the rule blames, the good one keeps it. */
    PROVEN("proven"),
    /** They do not. */
    REFUTED("refuted"),
    /** There are twins, but not for the Java that runs. */
    NOT_RUN("not-run"),
    /** There are no twins. */
    NOT_VALIDATED("not-validated");

    private final String id;

    Verdict(String id) {
      this.id = id;
    }

    /** The name in reports. */
    public String id() {
      return id;
    }
  }

  /** Of a rule without twins. */
  public static Proof none(String rule) {
    return new Proof(rule, Verdict.NOT_VALIDATED, Optional.empty(), 0, "it has no twins");
  }

  /** Of twins that this Java cannot run. */
  public static Proof notRun(Pair pair) {
    return new Proof(pair.name(), Verdict.NOT_RUN, Optional.empty(), 0, pair.missing());
  }

  /**
   * Compares.
   *
   * @param bad lines of the bad twin the rule reports
   * @param good lines of the good twin the rule reports
   */
  public static Proof of(Measured measured, Set<Integer> bad, Set<Integer> good) {
    int line = bad.size() == 1 ? bad.iterator().next() : 0;
    String reason = measured.doubt();
    if (reason.isEmpty() && bad.isEmpty()) {
      reason = "the rule does not report the bad twin";
    } else if (reason.isEmpty() && bad.size() > 1) {
      reason = "the rule reports " + bad.size() + " lines of the bad twin";
    } else if (reason.isEmpty() && !good.isEmpty()) {
      reason = "the rule reports the good twin at line " + good.iterator().next();
    } else if (reason.isEmpty() && line != measured.blamed()) {
      reason = "the rule blames line %d, the meter line %d".formatted(line, measured.blamed());
    }
    Verdict verdict = reason.isEmpty() ? Verdict.PROVEN : Verdict.REFUTED;
    return new Proof(measured.rule(), verdict, Optional.of(measured), line, reason);
  }
}
