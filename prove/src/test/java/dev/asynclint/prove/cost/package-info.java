/** Tests of the measurement of costs: its arithmetic, by instruments that a test moves. */
package dev.asynclint.prove.cost;
