/** Proofs of rules: what rules say of twins beside what is measured of them. */
package dev.asynclint.cli.prove;
