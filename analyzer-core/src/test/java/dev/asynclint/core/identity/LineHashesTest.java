package dev.asynclint.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are those of the services that compute the same hash. */
final class LineHashesTest {
  @Test
  void emptyTextIsOneLine() {
    assertThat(LineHashes.of("")).isEqualTo(Map.of(1, "c129715d7a2bc9a3:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" a\nb\n  \t\tc\n d", " a\rb\r  \t\tc\r d", "a\r\nb\r\nc\r\nd"})
  void spacesAndKindsOfLineEndsDoNotCount(String text) {
    assertThat(LineHashes.of(text).values())
        .containsExactlyElementsOf(
            List.of(
                "271789c17abda88f:1",
                "54703d4cd895b18:1",
                "180aee12dab6264:1",
                "a23a3dc5e078b07b:1"));
  }

  @Test
  void equalWindowsAreNumbered() {
    String line = "x".repeat(120) + "\n";
    assertThat(LineHashes.of(line + line).get(1)).endsWith(":1");
    assertThat(LineHashes.of(line + line).get(2)).endsWith(":2");
  }

  @Test
  void linesAboveDoNotMatter() {
    String text = "int a;\nint b;\n";
    assertThat(LineHashes.of("// new\n" + text).get(2)).isEqualTo(LineHashes.of(text).get(1));
  }
}
