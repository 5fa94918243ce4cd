package dev.asynclint.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.config.Toml.Table;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Our reader of TOML beside another one: what both accept means the same to both. */
class TomlParserTest {
  private static final int DOCUMENTS = 4000;
  private static final List<String> KEYS =
      List.of("a", "b", "c", "a.b", "a . c", "\"a b\"", "'x.y'", "\"\\u0061\"", "b.a.c", "1-2_3");
  private static final List<String> VALUES =
      List.of(
          "1",
          "-17",
          "+1_000",
          "0",
          "0xFf_0",
          "0o17",
          "0b1_0",
          "true",
          "false",
          "\"\"",
          "\"tab\\t \\u00e9 \\U0001F600 \\\"\"",
          "'C:\\dir'",
          "\"\"\"\nlines\n  \\\n   joined \"\" here\"\"\"",
          "'''\nraw \\ 'text'\n'''",
          "[]",
          "[1, 2,]",
          "[ # why\n 'a',\n [\"b\"],\n]",
          "{}",
          "{ x = 1, y.z = [true] }",
          "[{ x = 1 }, { x = 2 }]",
          "\"\"\"a\"\"\"\"\"");
  private static final List<String> WRONG =
      List.of(
          "01",
          "1__0",
          "_1",
          "0x",
          "+0x1",
          "tru",
          "\"open",
          "'open",
          "\"\\q\"",
          "\"\\uD800\"",
          "[1",
          "[1 2]",
          "[,]",
          "{x=1,}",
          "{x 1}",
          "1 2",
          "",
          "\"a\u0001b\"",
          "99999999999999999999",
          "\"\"\"open",
          "# only",
          "{ x = 1, x = 2 }",
          "{ x = 1, x.y = 2 }",
          "'''a''''''");

  @Test
  void randomDocumentsMeanTheSame() {
    Random random = new Random(20);
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      String text = document(random);
      boolean sound = sameAsTheOther(text);
      accepted += sound ? 1 : 0;
      refused += sound ? 0 : 1;
    }
    assertThat(accepted).isGreaterThan(DOCUMENTS / 10);
    assertThat(refused).isGreaterThan(DOCUMENTS / 10);
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueMeansTheSame(String value) {
    assertThat(sameAsTheOther("key = " + value + "\n")).isTrue();
  }

  static List<String> values() {
    return VALUES;
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void everyWrongValueIsRefusedByBoth(String value) {
    assertThat(sameAsTheOther("key = " + value + "\n")).isFalse();
  }

  static List<String> wrong() {
    return WRONG;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1\n[a]\n",
        "[a]\n[a]\n",
        "[a.b]\n[a]\nb.c = 1\n",
        "[a]\nb.c = 1\n[a.b]\n",
        "a = {}\n[a.b]\n",
        "a = {}\na.b = 1\n",
        "a = []\n[[a]]\n",
        "[[a]]\n[a]\n",
        "[a]\n[[a]]\n",
        "a.b = 1\na.b.c = 2\n",
        "[a\n",
        "[]\n",
        "[a.]\n",
        "[[a]\n",
        "= 1\n",
        "a\n",
        "a = 1 b = 2\n",
        "\"\"\"a\"\"\" = 1\n",
        "a = \"\"\"\\q\"\"\"\n",
        "# a \u0000\n",
        "a = 1\rb = 2\n",
        "[a.b]\n[a.b.c]\n[a.b]\n"
      })
  void refusedByBoth(String text) {
    assertThat(sameAsTheOther(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a.b.c]\n[a.b]\n[a]\n",
        "[a]\nb.c = 1\n[a.b.d]\n",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]\n",
        "[[a.b]]\n[[a.b]]\n[a.c]\n",
        "a.b = 1\na.c = 2\r\n[b]\r\n",
        "\r\n# only\r\n",
        "",
        "a = 1",
        "[ a . 'b' ] # here"
      })
  void acceptedByBoth(String text) {
    assertThat(sameAsTheOther(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e3", "inf", "nan", "2026-11-21", "07:32:00"})
  void fractionsAndDatesAreLeftOut(String value) {
    assertThat(TomlParser.parse("key = " + value).faults()).containsOnlyKeys(6);
  }

  @Test
  void everyLineThatIsWrongIsToldOnce() {
    TomlParser.Document document = TomlParser.parse("a = \nb = 2\n[c\nd = [1,\n  zoo\n]\ne = 5\n");

    assertThat(document.faults().keySet()).containsExactly(4, 13, 24);
    assertThat(document.root().get("b").value()).isEqualTo(new Toml.Whole(2, 9));
  }

  @Test
  void nestingHasAnEnd() {
    assertThat(TomlParser.parse("a = " + "[".repeat(100_000)).faults()).hasSize(1);
  }

  /** Whether both accept a text; it is a failure when only one does, or they differ. */
  private static boolean sameAsTheOther(String text) {
    TomlParser.Document ours = TomlParser.parse(text);
    TomlParseResult other = org.tomlj.Toml.parse(text, TomlVersion.V1_0_0);
    assertThat(ours.faults().isEmpty())
        .as("%s%nours: %s%nother: %s", text, ours.faults(), other.errors())
        .isEqualTo(!other.hasErrors());
    if (!other.hasErrors()) {
      assertThat(plain(ours.root())).as(text).isEqualTo(plain(other));
    }
    return !other.hasErrors();
  }

  private static String document(Random random) {
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(line -> line(random))
        .collect(Collectors.joining());
  }

  private static String line(Random random) {
    String key = pick(KEYS, random);
    return switch (random.nextInt(12)) {
      case 0, 1 -> "[" + key + "]\n";
      case 2 -> "[[" + key + "]]\n";
      case 3 -> "  # " + key + "\r\n";
      case 4 -> random.nextInt(4) == 0 ? key + " = " + pick(WRONG, random) + "\n" : "\n";
      default -> key + " = " + pick(VALUES, random) + "\n";
    };
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static Object plain(Toml value) {
    if (value instanceof Table table) {
      Map<String, Object> all = new TreeMap<>();
      table.entries().forEach(entry -> all.put(entry.key(), plain(entry.value())));
      return all;
    }
    if (value instanceof Toml.Listing list) {
      return list.items().stream().map(TomlParserTest::plain).toList();
    }
    if (value instanceof Toml.Text text) {
      return text.value();
    }
    return value instanceof Toml.Whole whole ? whole.value() : ((Toml.Flag) value).value();
  }

  private static Object plain(Object value) {
    if (value instanceof TomlTable table) {
      Map<String, Object> all = new TreeMap<>();
      table.entrySet().forEach(entry -> all.put(entry.getKey(), plain(entry.getValue())));
      return all;
    }
    return value instanceof TomlArray array
        ? array.toList().stream().map(item -> plain(item)).toList()
        : value;
  }
}
