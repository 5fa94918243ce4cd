/**
 * Tests of meters and facades, outside of the runtime so that its frames are told from those of
 * users.
 */
package dev.asynclint.user;
