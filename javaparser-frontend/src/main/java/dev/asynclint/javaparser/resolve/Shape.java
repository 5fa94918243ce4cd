package dev.asynclint.javaparser.resolve;

import java.util.function.IntPredicate;

/**
 * What is known of a lambda or method reference before its target type is.
 *
 * @param takes whether it can take so many parameters
 * @param value whether it can give a value
 * @param nothing whether it can stand where nothing is returned
 */
public record Shape(IntPredicate takes, boolean value, boolean nothing) {}
