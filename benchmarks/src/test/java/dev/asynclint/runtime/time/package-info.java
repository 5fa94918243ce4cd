/** Stress of timers, in their own package since they are no part of the interface. */
package dev.asynclint.runtime.time;
