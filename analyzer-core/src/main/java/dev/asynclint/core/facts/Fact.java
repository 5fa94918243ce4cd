package dev.asynclint.core.facts;

/**
 * One derived fact in words, for fixtures and for people who ask why.
 *
 * @param place what it is said of
 * @param text {@code blocks KIND}, {@code waits on KIND}, {@code holds LOCK} of a call; {@code runs
 *     on CONTEXT}, {@code promises async}, {@code reaches KIND} of a callable
 */
public record Fact(Place place, String text) {}
