/** The command line: what people type, and the exit statuses they get. */
package dev.asynclint.cli;
