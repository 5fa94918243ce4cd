package dev.asynclint.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineMapTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\tint x;", "ä𝄞"})
  void aTextWithoutLineEndHasOneLine(String text) {
    LineMap map = LineMap.of(text);

    assertThat(map.lines()).isEqualTo(1);
    assertThat(map.line(text.length())).isEqualTo(1);
    assertThat(map.column(text.length())).isEqualTo(text.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void everyKindOfLineEndStartsALine(String end) {
    LineMap map = LineMap.of("ab" + end + end + "c");

    assertThat(map.lines()).isEqualTo(3);
    assertThat(map.start(2)).isEqualTo(2 + end.length());
    assertThat(map.start(3)).isEqualTo(2 + 2 * end.length());
  }

  @Test
  void aFinalLineEndOpensAnEmptyLine() {
    LineMap map = LineMap.of("a\n");

    assertThat(map.lines()).isEqualTo(2);
    assertThat(map.line(2)).isEqualTo(2);
    assertThat(map.column(2)).isEqualTo(1);
  }

  @Test
  void aLineEndBelongsToTheLineItEnds() {
    LineMap map = LineMap.of("a\r\nb");

    assertThat(map.line(1)).isEqualTo(1);
    assertThat(map.line(2)).isEqualTo(1);
    assertThat(map.column(2)).isEqualTo(3);
    assertThat(map.line(3)).isEqualTo(2);
  }

  @Test
  void lineFeedThenReturnAreTwoEnds() {
    assertThat(LineMap.of("a\n\rb").lines()).isEqualTo(3);
  }

  @Test
  void aTabAndHalfASurrogatePairCountAsOneColumnEach() {
    LineMap map = LineMap.of("x\n\t𝄞y");

    assertThat(map.column(3)).isEqualTo(2);
    assertThat(map.column(5)).isEqualTo(4);
  }

  @Test
  void moreLinesThanTheFirstTableHolds() {
    LineMap map = LineMap.of("x\n".repeat(1000));

    assertThat(map.lines()).isEqualTo(1001);
    assertThat(map.start(1000)).isEqualTo(1998);
    assertThat(map.line(1999)).isEqualTo(1000);
  }

  /** A second definition, by regular expression and counting, for texts full of line ends. */
  @ParameterizedTest
  @CsvSource({"1, ab", "2, a\t", "3, aä"})
  void agreesWithCountingLineEnds(long seed, String letters) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String text = text(random, letters + "\n\r");
      LineMap map = LineMap.of(text);
      int[] ends =
          Pattern.compile("\r\n|\r|\n")
              .matcher(text)
              .results()
              .mapToInt(MatchResult::end)
              .toArray();

      assertThat(map.lines()).isEqualTo(ends.length + 1);
      for (int offset = 0; offset <= text.length(); offset++) {
        int line = 1;
        int start = 0;
        for (int end : ends) {
          if (end <= offset) {
            line++;
            start = end;
          }
        }
        assertThat(map.line(offset)).as("line of %d", offset).isEqualTo(line);
        assertThat(map.column(offset)).as("column of %d", offset).isEqualTo(offset - start + 1);
        assertThat(map.start(line)).isEqualTo(start);
      }
    }
  }

  private static String text(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
