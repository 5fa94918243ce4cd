package dev.asynclint.core.engine;

/**
 * Something wrong with the input, said once and clearly.
 *
 * @param file path as reported; empty when no single file is meant
 * @param line from 1, or 0 when the whole file is meant
 * @param column from 1, or 0
 * @param message what is wrong and what to do, one line
 * @param kind how the scan goes on
 */
public record Problem(String file, int line, int column, String message, Kind kind) {
  /** How the scan goes on after a problem. */
  public enum Kind {
    /** The file could not be read at all. */
    UNREADABLE,
    /** Parts of the file could not be parsed; the rest was analysed. */
    SYNTAX,
    /** The file was passed over on purpose, such as one that is too large. */
    SKIPPED,
    /** A fault of ours; findings may be missing. */
    INTERNAL
  }

  /** Place and message in one line, as {@code file:line:column: message}. */
  public String text() {
    if (file.isEmpty()) {
      return message;
    }
    return (line == 0 ? file : file + ":" + line + ":" + column) + ": " + message;
  }

  /**
   * A fault of ours, with the place it comes from instead of a stack trace.
   *
   * @param file path as reported; empty when no single file is meant
   * @param what what did not work, such as "could not be analysed"
   */
  public static Problem internal(String file, String what, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0].getFileName();
    int line = trace.length == 0 ? 0 : trace[0].getLineNumber();
    String message =
        what
            + " because of a fault in asynclint ("
            + fault.getClass().getSimpleName()
            + place
            + (line > 0 ? ":" + line : "")
            + "); please report it";
    return new Problem(file, 0, 0, message, Kind.INTERNAL);
  }
}
