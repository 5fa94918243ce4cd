/** Stress of the queue of a channel, in its own package since it is no part of the interface. */
package dev.asynclint.runtime.channel;
