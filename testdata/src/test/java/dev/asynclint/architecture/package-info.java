/**
 * The fences: tests that keep modules, packages and files in the shape the decision records state.
 *
 * <p>Invariant: a fence names the reason it stands, so that whoever meets it knows what to do.
 */
package dev.asynclint.architecture;
