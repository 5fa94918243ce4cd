/**
 * Knows types: which type a written name means, which members a type has, which overload a call
 * takes, what an expression's type is.
 *
 * <p>Invariant: nothing here sees a syntax tree. Signatures come from any {@link
 * dev.asynclint.javaparser.types.ClassSource}; those of the project itself are read from its source
 * text by {@link dev.asynclint.javaparser.resolve.SignatureScanner}, so that one parse per file is
 * enough.
 */
package dev.asynclint.javaparser.resolve;
