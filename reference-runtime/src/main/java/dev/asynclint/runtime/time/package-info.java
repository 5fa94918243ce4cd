/** Timers: the wheel, the clock that can stand still, sleeping, timeouts, intervals. */
package dev.asynclint.runtime.time;
