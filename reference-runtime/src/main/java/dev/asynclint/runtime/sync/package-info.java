/** Locks, permits and signals for which tasks wait without keeping a thread. */
package dev.asynclint.runtime.sync;
