/** Builds projects that use asynclint, as their owners would. */
package dev.asynclint.consumers;
