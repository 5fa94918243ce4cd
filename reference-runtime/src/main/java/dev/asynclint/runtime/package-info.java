/**
 * A small runtime for asynchronous programs, modelled on Tokio, on which polls, budgets,
 * suspensions and what tasks keep can be counted: the ground truth behind the rules.
 */
package dev.asynclint.runtime;
