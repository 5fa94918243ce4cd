package dev.asynclint.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.ir.LineMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final LineMap LINES = LineMap.of("0123456789");

  @Test
  void orderIsPlaceThenRuleThenMessage() {
    List<Finding> ordered =
        List.of(
            finding("a-rule", "A.java", 3, "b"),
            finding("a-rule", "A.java", 5, "b"),
            finding("a-rule", "A.java", 5, "c"),
            finding("b-rule", "A.java", 5, "a"),
            finding("a-rule", "B.java", 0, "a"));
    List<Finding> reversed = new ArrayList<>(ordered);
    java.util.Collections.reverse(reversed);

    assertThat(reversed.stream().sorted(Finding.ORDER)).containsExactlyElementsOf(ordered);
  }

  @Test
  void anotherSeverityChangesNothingElse() {
    Finding error = finding("a-rule", "A.java", 3, "b");

    Finding info = error.with(Severity.INFO);

    assertThat(info.severity()).isEqualTo(Severity.INFO);
    assertThat(info.with(error.severity())).isEqualTo(error);
  }

  private static Finding finding(String rule, String file, int start, String message) {
    Location place = Location.range(file, LINES, start, start + 1);
    return new Finding(
        rule,
        Severity.ERROR,
        Confidence.HIGH,
        place,
        message,
        "",
        List.of(new Finding.Step(place, "here", 0)),
        "",
        List.of());
  }
}
