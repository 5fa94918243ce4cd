/** Several computations in one: all of them, the first of them, a few at a time. */
package dev.asynclint.runtime.combine;
