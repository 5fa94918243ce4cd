/**
 * Signatures of types and members, whatever they come from: sources, class files or the bundled
 * index.
 *
 * <p>Invariant: records only; no parser and no class-file library is visible here.
 */
package dev.asynclint.javaparser.types;
