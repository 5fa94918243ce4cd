/** Names findings so that they can be found again where lines have moved. */
package dev.asynclint.core.identity;
