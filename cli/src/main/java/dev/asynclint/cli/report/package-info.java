/** Writes the result of a scan, one class a format; writers neither sort nor filter. */
package dev.asynclint.cli.report;
