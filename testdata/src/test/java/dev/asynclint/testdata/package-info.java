/** Runs the fixtures, the rule examples and the demo: what is marked is found, and nothing else. */
package dev.asynclint.testdata;
