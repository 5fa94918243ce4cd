/** Stress of what tasks wait for. */
package dev.asynclint.runtime.sync;
