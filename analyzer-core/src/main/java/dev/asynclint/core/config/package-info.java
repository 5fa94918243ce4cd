/**
 * The configuration file of users: read, checked and asked, for every face alike.
 *
 * <p>Invariant: a file is used whole or not at all, and everything wrong with it is told at once
 * with its place. Nothing here needs more than the JDK, because compilers load it.
 */
package dev.asynclint.core.config;
