/** One check a rule: the name, summary and severity under which Error Prone runs it. */
package dev.asynclint.errorprone.checkers;
