/**
 * What a runtime measures when asked to: polls, what they cost, what tasks keep and hold while they
 * are suspended, and which line of the user is to blame.
 */
package dev.asynclint.runtime.meter;
