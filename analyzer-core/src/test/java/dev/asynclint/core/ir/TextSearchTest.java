package dev.asynclint.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {

  @Test
  void findsAWordWhereverItStands() {
    TextSearch search = new TextSearch("needle", "pin");
    assertThat(search.isIn("needle")).isTrue();
    assertThat(search.isIn("in the hay a pin")).isTrue();
    assertThat(search.isIn("nneedle")).isTrue();
    assertThat(search.isIn("pineedl")).isTrue();
    assertThat(search.isIn("needl pi\u00e9n")).isFalse();
    assertThat(search.isIn("")).isFalse();
  }

  /** Few letters, so that words are often nearly there. */
  @Test
  void agreesWithLookingEverywhere() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String one = text(random, 1 + random.nextInt(4));
      String other = text(random, 1 + random.nextInt(6));
      String text = text(random, random.nextInt(30));
      assertThat(new TextSearch(one, other).isIn(text))
          .as("%s or %s in %s", one, other, text)
          .isEqualTo(text.contains(one) || text.contains(other));
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ab\u00fc".charAt(random.nextInt(20) == 0 ? 2 : random.nextInt(2)));
    }
    return text.toString().replace('\u00fc', length < 7 ? 'a' : '\u00fc');
  }

  @Test
  void refusesWhatItCannotSearchFor() {
    assertThatThrownBy(() -> new TextSearch()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TextSearch("a", "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TextSearch("\u00fc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\u00fc");
  }
}
