package dev.asynclint.core.ir;

/**
 * Where an element stands in its file, as UTF-16 offsets from 0.
 *
 * @param start first unit of the element
 * @param end first unit after the element
 * @param anchor first unit of the name token a reader would point at: the method name of a call,
 *     the type name of a creation, the keyword of a statement
 */
public record Origin(int start, int end, int anchor) {
  /** Stands for an element the source does not show. */
  public static final Origin NONE = new Origin(0, 0, 0);
}
