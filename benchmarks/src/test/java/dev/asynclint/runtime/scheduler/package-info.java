/**
 * Stress of the queues of workers, in their own package since they are no part of the interface.
 */
package dev.asynclint.runtime.scheduler;
