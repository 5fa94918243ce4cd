package dev.asynclint.core.suppress;

/**
 * One rule that a place of a program says not to mind.
 *
 * @param rule the id of the rule as written, without a prefix
 * @param comment whether it is a comment; else an annotation
 * @param start where the name stands, first offset
 * @param end offset after the name
 * @param from first offset of what it holds for
 * @param to offset after that
 * @param reason why, in the program's words; empty for annotations, which cannot say it
 */
record Mark(String rule, boolean comment, int start, int end, int from, int to, String reason) {

  boolean holdsAt(int offset) {
    return from <= offset && offset < to;
  }
}
