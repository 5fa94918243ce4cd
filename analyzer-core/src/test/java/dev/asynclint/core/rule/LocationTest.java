package dev.asynclint.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocationTest {
  private static final String TEXT = "class A {\n\tfuture.get();\r\n}";
  private static final LineMap LINES = LineMap.of(TEXT);

  @Test
  void rangeCountsFromOneAndEndsAfterTheLastUnit() {
    int start = TEXT.indexOf("future");

    assertThat(Location.range("A.java", LINES, start, start + "future.get()".length()))
        .isEqualTo(new Location("A.java", start, start + 12, 2, 2, 2, 14));
  }

  @Test
  void rangeMaySpanLines() {
    assertThat(Location.range("A.java", LINES, 0, TEXT.length()))
        .isEqualTo(new Location("A.java", 0, TEXT.length(), 1, 1, 3, 2));
  }

  @Test
  void anchorCoversTheNameToken() {
    int name = TEXT.indexOf("get");
    Origin call = new Origin(TEXT.indexOf("future"), name + 5, name);

    assertThat(Location.anchor("A.java", LINES, call, "get".length()))
        .isEqualTo(Location.range("A.java", LINES, name, name + 3));
  }

  @Test
  void anEmptyNameStillHasAPlaceForACaret() {
    Location location = Location.anchor("A.java", LINES, new Origin(4, 8, 6), 0);

    assertThat(location.end()).isEqualTo(7);
    assertThat(location.endColumn()).isEqualTo(location.startColumn() + 1);
  }

  @Test
  void orderIsFileThenStartThenEnd() {
    LineMap lines = LineMap.of("0123456789");
    List<Location> ordered = new ArrayList<>();
    for (String file : List.of("A.java", "B.java", "a/A.java")) {
      for (int start = 0; start < 4; start++) {
        for (int end = start + 1; end < 6; end++) {
          ordered.add(Location.range(file, lines, start, end));
        }
      }
    }
    List<Location> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(5));

    assertThat(shuffled).isNotEqualTo(ordered);
    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
  }

  @Test
  void equalPlacesCompareAsEqual() {
    assertThat(Location.range("A.java", LINES, 1, 3))
        .isEqualByComparingTo(Location.range("A.java", LINES, 1, 3));
  }
}
