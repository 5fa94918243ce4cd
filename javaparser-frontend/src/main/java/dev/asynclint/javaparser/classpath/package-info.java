/**
 * Types from class files: jars and class folders, and the order in which sources of types are
 * asked.
 *
 * <p>Invariant: the only package that sees the class-file library; a broken file is a problem to
 * report, never an exception.
 */
package dev.asynclint.javaparser.classpath;
