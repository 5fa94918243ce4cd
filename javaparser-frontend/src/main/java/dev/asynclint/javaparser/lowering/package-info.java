/**
 * Turns syntax trees into {@code core.ir}, one class a construct family, resolving names, types and
 * calls on the way.
 *
 * <p>Invariant: a tree is walked once, in evaluation order; nothing is derived beyond what the text
 * and the signatures say. One {@link dev.asynclint.javaparser.lowering.FileLowering} serves one
 * file on one thread.
 */
package dev.asynclint.javaparser.lowering;
