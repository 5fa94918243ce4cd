/**
 * Tests of asynchronous programs with JUnit 5: a runtime for every test, and a failure for what it
 * leaves behind. The only package of the runtime that needs a library, which the tests bring.
 */
package dev.asynclint.runtime.junit;
