/** Work started without a bound. */
package dev.asynclint.rules.spawning;
