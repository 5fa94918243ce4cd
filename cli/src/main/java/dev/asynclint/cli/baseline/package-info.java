/** Findings that are known already, and lines that have changed: what a change of code brings. */
package dev.asynclint.cli.baseline;
