/**
 * Where a program says that a finding is meant: annotations and comments, read from the text of a
 * file, so that all faces read them alike.
 *
 * <p>Invariant: a statement that does not say which rule it means, or a comment that does not say
 * why, hides nothing.
 */
package dev.asynclint.core.suppress;
