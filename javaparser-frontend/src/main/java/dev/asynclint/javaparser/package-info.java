/** The JavaParser front end: source files to units, without a build or a class path. */
package dev.asynclint.javaparser;
