/**
 * Measures what calls of the JDK cost on a worker of the reference runtime: how long a poll takes
 * that makes the call, how much of that is processor time, and how many bytes it allocates.
 */
package dev.asynclint.prove.cost;
