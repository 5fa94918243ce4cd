/** Applies the edits that findings suggest: to files, or as a patch. */
package dev.asynclint.cli.fix;
