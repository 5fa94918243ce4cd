package dev.asynclint.runtime.channel;

/** A subscriber was too slow: values were overwritten before it received them. */
public final class LaggedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long missed;

  LaggedException(long missed) {
    super(missed + " values were overwritten before they were received");
    this.missed = missed;
  }

  /** How many values are lost to this subscriber; at least 1. */
  public long missed() {
    return missed;
  }
}
