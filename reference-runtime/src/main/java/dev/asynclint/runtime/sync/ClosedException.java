package dev.asynclint.runtime.sync;

/** The other side is gone, or what is waited for was closed: nothing more will come. */
public final class ClosedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was closed, in a few words. */
  public ClosedException(String message) {
    super(message);
  }
}
