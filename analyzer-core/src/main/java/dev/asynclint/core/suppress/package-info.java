/** Where a program says that a finding is meant: annotations and comments. */
package dev.asynclint.core.suppress;
