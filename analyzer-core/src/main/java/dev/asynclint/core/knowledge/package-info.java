/**
 * API models as data: what the members of libraries do to threads, locks and memory. The format is
 * described in {@code docs/knowledge-format.md}.
 *
 * <p>Invariant: no other package contains the name of a library type or member, and front ends
 * never see this one.
 */
package dev.asynclint.core.knowledge;
