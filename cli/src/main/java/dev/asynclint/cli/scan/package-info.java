/** Runs one scan: from paths and a choice of rules to findings and a summary. */
package dev.asynclint.cli.scan;
