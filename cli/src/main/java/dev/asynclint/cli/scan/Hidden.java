package dev.asynclint.cli.scan;

/**
 * A finding that is not reported, and why.
 *
 * @param because who says so
 * @param reason why, in the program's words; may be empty
 */
public record Hidden(Reported reported, Because because, String reason) {
  /** Who says that a finding does not count. */
  public enum Because {
    /** A comment or annotation in the source. */
    SOURCE,
    /** The baseline knows it already. */
    BASELINE,
    /** No changed line takes part in it. */
    UNCHANGED
  }
}
