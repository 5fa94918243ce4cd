/**
 * The bundled signature index: the types of the JDK and of the libraries the knowledge speaks of,
 * so that a scan needs neither a build nor a class path.
 *
 * <p>Invariant: the JDK that runs the scan is never asked; loading reads the directory of packages,
 * a look-up decodes the one type it asks for.
 */
package dev.asynclint.javaparser.index;
