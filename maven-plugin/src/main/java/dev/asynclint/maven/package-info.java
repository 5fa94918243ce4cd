/** Runs scans as part of a build with Maven, which knows what the command line has to find out. */
package dev.asynclint.maven;
