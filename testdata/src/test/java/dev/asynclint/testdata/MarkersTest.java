package dev.asynclint.testdata;

import static dev.asynclint.testdata.Marker.Kind.EXPECT;
import static dev.asynclint.testdata.Marker.Kind.EXPECT_TODO;
import static dev.asynclint.testdata.Marker.Kind.FACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkersTest {
  @Test
  void readsEveryKind() {
    String text =
        """
        class A {
          int a = f(); // expect: some-rule
          int b = f(); // expect: some-rule, other-rule
          int c = f(); // expect: one // expect-todo: two
          String url = "http://host"; // fact: runs on event-loop
          int d = f(); // an ordinary remark
        }
        """;

    assertThat(Markers.parse("A.java", text))
        .containsExactly(
            new Marker(2, EXPECT, "some-rule"),
            new Marker(3, EXPECT, "some-rule"),
            new Marker(3, EXPECT, "other-rule"),
            new Marker(4, EXPECT, "one"),
            new Marker(4, EXPECT_TODO, "two"),
            new Marker(5, FACT, "runs on event-loop"));
  }

  @Test
  void ignoresWhatStandsInLiterals() {
    assertThat(Markers.parse("A.java", "String s = \"// expect: \\\" x\"; char c = '\"';"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(); // expect some-rule",
        "f(); // expected: some-rule",
        "f(); //expect: some-rule",
        "f(); // Expect: some-rule",
        "f(); // expect:some-rule",
        "f(); // expect: ",
        "f(); // expect: Some_Rule",
        "f(); // expect: a,b",
        "f(); // expect: a, b,",
        "f(); // expect-to-do: a",
        "  // expect: some-rule",
        "f(); // facts: blocks"
      })
  void rejectsWhatOnlyResemblesMarker(String line) {
    assertThatThrownBy(() -> Markers.parse("A.java", "class A {\n" + line + "\n}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A.java:2: ");
  }

  @Test
  void namesAllErrorsAtOnce() {
    assertThatThrownBy(() -> Markers.parse("A.java", "a(); // expect x\n\nb(); // expect: Y\n"))
        .hasMessageContainingAll("A.java:1: ", "A.java:3: ");
  }
}
