/** Queues, buffers and streams without a limit, and results that tell of full ones. */
package dev.asynclint.rules.channels;
