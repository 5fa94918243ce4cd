package dev.asynclint.runtime.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTextTest {
  private final Map<String, String> refused = new LinkedHashMap<>();

  private Budgets read(Map<String, String> given) {
    return BudgetText.read(given, refused::put);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Budgets other =
        read(Map.of("pollTime", "1ns", "eventLoopWait", "0s", "taskStateWarnBytes", "1000B"));

    assertThat(refused).isEmpty();
    assertThat(read(BudgetText.of(other))).isEqualTo(other);
    assertThat(read(BudgetText.of(Budgets.DEFAULT))).isEqualTo(Budgets.DEFAULT);
  }

  @Test
  void amountsAreWrittenInTheirGreatestUnit() {
    assertThat(BudgetText.of(Budgets.DEFAULT))
        .containsEntry("eventLoopWait", "100ms")
        .containsEntry("boundedWait", "5s")
        .containsEntry("taskStateErrorBytes", "16KiB")
        .containsEntry("spawnBound", "256");
  }

  @ParameterizedTest
  @CsvSource({
    "250us, 250000",
    "250µs, 250000",
    "7ns, 7",
    "3 ms, 3000000",
    "1min, 60000000000",
    "2h, 7200000000000"
  })
  void timesHaveUnits(String text, long nanos) {
    assertThat(read(Map.of("pollTime", text)).pollTime()).isEqualTo(Duration.ofNanos(nanos));
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "2B, 2", "3KiB, 3072", "1MiB, 1048576", "1GiB, 1073741824"})
  void sizesMayHaveUnits(String text, int bytes) {
    Budgets budgets = read(Map.of("taskStateWarnBytes", text, "taskStateErrorBytes", "1GiB"));

    assertThat(budgets.taskStateWarnBytes()).isEqualTo(bytes);
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 parsecs", "-5s", "5s later", "1.5s", "99999999999999h"})
  void otherTimesAreRefused(String text) {
    assertThat(read(Map.of("boundedWait", text))).isEqualTo(Budgets.DEFAULT);
    assertThat(refused).containsOnlyKeys("boundedWait");
    assertThat(refused.get("boundedWait")).contains("boundedWait", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4KiB", "0", "-1", "2147483648", "many"})
  void otherNumbersAreRefused(String text) {
    assertThat(read(Map.of("spawnBound", text))).isEqualTo(Budgets.DEFAULT);
    assertThat(refused).containsOnlyKeys("spawnBound");
  }

  @Test
  void orderOfThoseThatDependOnEachOtherDoesNotMatter() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("taskStateWarnBytes", "1MiB");
    given.put("taskStateErrorBytes", "2MiB");

    assertThat(read(given).taskStateWarnBytes()).isEqualTo(1 << 20);
    assertThat(refused).isEmpty();
  }

  @Test
  void oneThatIsRefusedLeavesTheOthers() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("taskStateWarnBytes", "1MiB");
    given.put("zoo", "1");
    given.put("spawnBound", "12");

    assertThat(read(given).spawnBound()).isEqualTo(12);
    assertThat(refused.keySet()).containsExactly("taskStateWarnBytes", "zoo");
    assertThat(refused.get("taskStateWarnBytes")).contains("taskStateErrorBytes must be at least");
  }
}
