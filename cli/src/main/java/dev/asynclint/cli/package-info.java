/** The command line: its commands and its main class. */
package dev.asynclint.cli;
