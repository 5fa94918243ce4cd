/**
 * Translates attributed javac trees into the intermediate representation, one class per construct
 * family.
 *
 * <p>Invariant: what the JavaParser front end says of a file this package says in the same words;
 * what javac did not attribute is unknown, never an error.
 */
package dev.asynclint.errorprone.lowering;
