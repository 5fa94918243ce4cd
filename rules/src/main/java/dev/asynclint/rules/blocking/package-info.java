/** Calls that keep a thread that must not block. */
package dev.asynclint.rules.blocking;
