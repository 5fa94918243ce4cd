/** The threads on which calls may block. */
package dev.asynclint.runtime.blocking;
