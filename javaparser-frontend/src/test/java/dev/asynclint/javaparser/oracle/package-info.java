/**
 * The resolution oracle: how many calls of real code the front end resolves as javac does with the
 * full class path, per construct.
 *
 * <p>Invariant: javac alone is the truth; what it cannot resolve is not counted.
 */
package dev.asynclint.javaparser.oracle;
