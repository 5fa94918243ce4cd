package dev.asynclint.core.facts;

/**
 * One step of a witness.
 *
 * @param depth calls below the entry, from 0
 */
public record Step(Place place, String message, int depth) {}
