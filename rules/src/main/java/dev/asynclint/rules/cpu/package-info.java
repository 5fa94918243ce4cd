/** Processor time on threads that must stay responsive. */
package dev.asynclint.rules.cpu;
