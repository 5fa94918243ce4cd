/** Timeouts, retries and requests to stop. */
package dev.asynclint.rules.cancellation;
