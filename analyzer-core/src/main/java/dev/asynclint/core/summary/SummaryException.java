package dev.asynclint.core.summary;

/** Summaries that cannot be used; the message completes "the summaries in such a file". */
public final class SummaryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and, where it helps, what to do. */
  public SummaryException(String message) {
    super(message);
  }
}
