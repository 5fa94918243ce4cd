package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.rule.Location;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
  @Test
  void tabsBecomeSpacesAndTheUnderlineFollows() {
    Excerpt excerpt = excerpt("\tx\tcall();", "call");
    assertThat(excerpt).isEqualTo(new Excerpt("    x   call();", 8, 4));
  }

  @Test
  void wideLettersTakeTwoCellsAndMarksNone() {
    assertThat(excerpt("注 call();", "call").indent()).isEqualTo(3);
    assertThat(excerpt("😀 call();", "call").indent()).isEqualTo(3);
    assertThat(excerpt("e\u0301 call();", "call").indent()).isEqualTo(2);
    assertThat(excerpt("call(注);", "注").length()).isEqualTo(2);
  }

  @Test
  void controlCharactersNeverReachTheTerminal() {
    Excerpt excerpt = excerpt("a\u001B[2J\u202E call();", "call");
    assertThat(excerpt.text()).isEqualTo("a\uFFFD[2J\uFFFD call();");
    assertThat(excerpt.indent()).isEqualTo(7);
  }

  @Test
  void longLineIsCutAroundTheUnderline() {
    String line = "x".repeat(300) + "call" + "y".repeat(300);
    Excerpt excerpt = excerpt(line, "call");
    assertThat(excerpt.text()).startsWith("…x").endsWith("y…").hasSizeLessThan(150);
    assertThat(excerpt.text().substring(excerpt.indent())).startsWith("cally");
    assertThat(excerpt.length()).isEqualTo(4);
  }

  @Test
  void locationOfSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    assertThat(Excerpt.of("  run(", new Location("A.java", 2, 20, 1, 3, 3, 2)))
        .isEqualTo(new Excerpt("  run(", 2, 4));
  }

  @Test
  void lineThatIsGoneStillHasAnUnderline() {
    assertThat(Excerpt.of("", new Location("A.java", 9, 12, 4, 5, 4, 8)))
        .isEqualTo(new Excerpt("", 0, 1));
  }

  private static Excerpt excerpt(String line, String token) {
    int start = line.indexOf(token);
    return Excerpt.of(
        line,
        new Location(
            "A.java", start, start + token.length(), 1, start + 1, 1, start + token.length() + 1));
  }
}
