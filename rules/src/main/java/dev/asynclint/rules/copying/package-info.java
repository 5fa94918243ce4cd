/** Copies nobody needs. */
package dev.asynclint.rules.copying;
