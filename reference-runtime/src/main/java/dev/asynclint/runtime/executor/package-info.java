/** A runtime as the executor of programs that know nothing of it. */
package dev.asynclint.runtime.executor;
