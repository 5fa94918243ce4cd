/**
 * The page of a scan for a browser: charts are drawn here, findings are data that a script of the
 * page shows. What comes from sources is either escaped markup or data, never part of a script; no
 * class knows the other formats.
 */
package dev.asynclint.cli.report.html;
