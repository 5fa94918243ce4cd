package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.TypeSig;

/**
 * An argument of a call.
 *
 * @param type its static type; unknown for a closure
 * @param shape what a closure looks like; null for anything else
 */
public record Argument(TypeSig type, Shape shape) {}
