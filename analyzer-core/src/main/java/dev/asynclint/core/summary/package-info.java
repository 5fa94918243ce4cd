/**
 * What is known of callables outside the program: what they wait for while they are called, and the
 * way there. One module's compilation says it, those that depend on the module read it.
 *
 * <p>Invariant: a summary that cannot be read is left out and told; it never stops an analysis.
 */
package dev.asynclint.core.summary;
