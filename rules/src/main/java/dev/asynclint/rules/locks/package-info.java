/** Locks, monitors and permits held too long. */
package dev.asynclint.rules.locks;
