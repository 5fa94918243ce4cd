/** The rules, one package a family, one class a rule. */
package dev.asynclint.rules;
