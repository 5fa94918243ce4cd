package dev.asynclint.core.facts;

/**
 * Work that is tried again without an end or a pause.
 *
 * @param place the name of the operator, or the keyword of the loop
 * @param what the operator, {@code Mono.retry}, or the call that a loop tries again
 * @param loop whether it is a loop rather than an operator
 */
public record RetrySite(Place place, String what, boolean loop) {}
