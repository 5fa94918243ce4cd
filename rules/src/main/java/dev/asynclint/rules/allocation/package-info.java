/** Costs paid again for every item. */
package dev.asynclint.rules.allocation;
