package dev.asynclint.user;

/** The line a test stands at, so that no test counts lines by hand. */
final class Lines {
  private Lines() {}

  /** The line of the caller, and so many further down. */
  static int here(int below) {
    return StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow())
            .getLineNumber()
        + below;
  }
}
