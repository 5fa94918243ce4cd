/** Tests of lowering: dumps of each construct family, resolution, broken and hostile input. */
package dev.asynclint.javaparser.lowering;
