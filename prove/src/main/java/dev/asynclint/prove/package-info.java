/**
 * Runs twins: a program with a fault and the same program without it. What a twin costs is measured
 * line by line, and compared with a budget.
 */
package dev.asynclint.prove;
