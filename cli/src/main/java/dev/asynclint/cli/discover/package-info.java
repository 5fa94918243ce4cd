/**
 * Finds what there is to read: source files, ignore rules, the release they are written for, and
 * their class path.
 */
package dev.asynclint.cli.discover;
