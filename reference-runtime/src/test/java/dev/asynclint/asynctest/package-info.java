/** Tests of the JUnit extension, outside of the runtime as those of its users are. */
package dev.asynclint.asynctest;
