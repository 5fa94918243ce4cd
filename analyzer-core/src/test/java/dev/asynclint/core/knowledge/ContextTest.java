package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextTest {

  @ParameterizedTest
  @EnumSource
  void everyContextIsFoundByItsName(Context context) {
    assertThat(Context.byId(context.id())).contains(context);
    assertThat(context.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(context.display()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EVENT_LOOP", "Event-Loop", "event loop", "event-loop "})
  void otherNamesAreNone(String name) {
    assertThat(Context.byId(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "event-loop, true, false",
    "cpu-pool, true, false",
    "bounded-pool, false, true",
    "blocking-pool, false, true",
    "virtual-thread, false, true",
    "dedicated-thread, false, true",
    "caller, false, false",
    "unknown, false, false"
  })
  void blockingIsForbiddenAllowedOrNotSaid(String id, boolean mustNot, boolean may) {
    Context context = Context.byId(id).orElseThrow();

    assertThat(context.mustNotBlock()).isEqualTo(mustNot);
    assertThat(context.mayBlock()).isEqualTo(may);
  }

  @Test
  void theTableAboveIsComplete() {
    assertThat(Context.values()).hasSize(8);
  }
}
