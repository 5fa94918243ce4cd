/** What a rule is and what it gives: the contract between rules, engine and reports. */
package dev.asynclint.core.rule;
