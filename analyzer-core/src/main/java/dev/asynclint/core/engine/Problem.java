package dev.asynclint.core.engine;

/**
 * Something wrong with the input, said once and clearly.
 *
 * @param file path as reported
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
    /** A fault of ours; the file's findings may be incomplete. */
    INTERNAL
  }
}
