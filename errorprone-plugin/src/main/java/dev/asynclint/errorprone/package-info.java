/**
 * The rules inside javac, as checks of Error Prone: one analysis a compilation, its findings handed
 * to one check a rule.
 *
 * <p>Invariant: nothing that goes wrong in here breaks a compilation. A fault of ours, or options
 * that cannot be used, are told once, and what can be analysed is.
 */
package dev.asynclint.errorprone;
