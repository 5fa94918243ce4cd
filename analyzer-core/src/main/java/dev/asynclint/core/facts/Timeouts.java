package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates timeout literals: {@code Duration} factories, a number followed by a time unit or asked
 * of one, or else milliseconds. The two JDK vocabularies are part of what a timeout is in the
 * knowledge format, so they stand here and not in a knowledge file.
 */
final class Timeouts {
  private static final Map<String, Duration> UNITS =
      Map.of(
          "NANOSECONDS", Duration.ofNanos(1),
          "MICROSECONDS", Duration.ofNanos(1_000),
          "MILLISECONDS", Duration.ofMillis(1),
          "SECONDS", Duration.ofSeconds(1),
          "MINUTES", Duration.ofMinutes(1),
          "HOURS", Duration.ofHours(1),
          "DAYS", Duration.ofDays(1));
  private static final Map<String, Duration> FACTORIES =
      Map.of(
          "ofNanos", Duration.ofNanos(1),
          "ofMillis", Duration.ofMillis(1),
          "ofSeconds", Duration.ofSeconds(1),
          "ofMinutes", Duration.ofMinutes(1),
          "ofHours", Duration.ofHours(1),
          "ofDays", Duration.ofDays(1));

  private final Values values;

  Timeouts(Values values) {
    this.values = values;
  }

  /** The bound a site's argument states; empty when it is not a literal. */
  Optional<Duration> bound(CallSite site, int position) {
    Values.Ref ref = values.origin(site.body, site.operand(position));
    if (ref.value() instanceof Value.Const constant && constant.value() instanceof Number number) {
      return scaled(number, unit(site, position + 1));
    }
    if (ref.value() instanceof Value.Field field
        && field.name().equals("ZERO")
        && field.type().equals("java.time.Duration")) {
      return Optional.of(Duration.ZERO);
    }
    CallSite factory = ref.site();
    if (factory == null || !FACTORIES.containsKey(factory.name()) || factory.args().isEmpty()) {
      return Optional.empty();
    }
    Value amount = values.origin(ref.body(), factory.args().get(0)).value();
    return amount instanceof Value.Const constant && constant.value() instanceof Number number
        ? scaled(number, FACTORIES.get(factory.name()))
        : Optional.empty();
  }

  private Duration unit(CallSite site, int position) {
    Duration receiver = unit(values.origin(site.body, site.receiver()).value());
    Duration next = unit(values.origin(site.body, site.operand(position)).value());
    Duration stated = next != null ? next : receiver;
    return stated != null ? stated : Duration.ofMillis(1);
  }

  private static Duration unit(Value value) {
    return value instanceof Value.Field field ? UNITS.get(field.name()) : null;
  }

  private static Optional<Duration> scaled(Number number, Duration unit) {
    try {
      return Optional.of(unit.multipliedBy(number.longValue()));
    } catch (ArithmeticException tooLong) {
      return Optional.of(Duration.ofSeconds(Long.MAX_VALUE));
    }
  }
}
