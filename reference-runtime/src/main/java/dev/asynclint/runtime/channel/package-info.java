/** Channels between tasks: many to one, one to one, to all, and the latest value. */
package dev.asynclint.runtime.channel;
