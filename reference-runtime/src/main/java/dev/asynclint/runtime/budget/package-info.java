/**
 * The thresholds: one record that the static rules, the runtime's meters and every message read.
 *
 * <p>Invariant: no other package declares a size, bound or time limit of its own.
 */
package dev.asynclint.runtime.budget;
