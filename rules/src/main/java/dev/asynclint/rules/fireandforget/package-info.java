/** Rules on results and failures that nobody takes. */
package dev.asynclint.rules.fireandforget;
