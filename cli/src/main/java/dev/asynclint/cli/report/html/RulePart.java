package dev.asynclint.cli.report.html;

/**
 * One part of what is known of a rule.
 *
 * @param code whether the body keeps its line breaks
 */
public record RulePart(String title, String body, boolean code) {}
