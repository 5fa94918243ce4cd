/**
 * The reference runtime beside schedulers, channels and timers others wrote: the same work, the
 * same number of threads, the same process.
 */
package dev.asynclint.benchmarks;
