package dev.asynclint.core.config;

import dev.asynclint.core.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a configuration says of how bad a rule's findings are. */
public enum Level {
  /** An error. */
  ERROR(Severity.ERROR),
  /** A warning. */
  WARNING(Severity.WARNING),
  /** Worth knowing. */
  INFO(Severity.INFO),
  /** Nothing to report. */
  OFF(null);

  private final Severity severity;

  Level(Severity severity) {
    this.severity = severity;
  }

  /** The severity; empty for {@link #OFF}. */
  public Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  /** The name in configurations. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Level::id).toList();
  }
}
