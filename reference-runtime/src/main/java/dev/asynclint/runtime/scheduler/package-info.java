/** What decides which task runs next, on which thread. */
package dev.asynclint.runtime.scheduler;
