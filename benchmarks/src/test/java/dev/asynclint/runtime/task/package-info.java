/** Stress of the state of tasks, in its own package since it is no part of the interface. */
package dev.asynclint.runtime.task;
