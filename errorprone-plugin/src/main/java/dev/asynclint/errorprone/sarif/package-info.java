/**
 * A SARIF 2.1.0 log of one compilation.
 *
 * <p>Invariant: needs the JDK alone, since it runs on the class path of a user's compiler; the same
 * findings give the same bytes.
 */
package dev.asynclint.errorprone.sarif;
