/** State that tasks keep alive. */
package dev.asynclint.rules.capture;
