package dev.asynclint.cli.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IgnoreRulesTest {
  private static final Path BASE = Path.of("/repo");

  @ParameterizedTest
  @CsvSource({
    "gen, gen, true",
    "gen, a/gen, true",
    "gen, gens, false",
    "/gen, gen, true",
    "/gen, a/gen, false",
    "a/gen, a/gen, true",
    "a/gen, b/a/gen, false",
    "*.java, a/b/C.java, true",
    "a/*.java, a/b/C.java, false",
    "a/**/C.java, a/C.java, true",
    "a/**/C.java, a/b/c/C.java, true",
    "**/gen, x/y/gen, true",
    "**/gen, gen, true",
    "gen/**, gen/a/B.java, true",
    "gen/**, gen, false",
    "?.java, A.java, true",
    "?.java, AB.java, false",
    "[A-C].java, B.java, true",
    "[!A-C].java, B.java, false",
    "[!A-C].java, D.java, true",
    "a?b, a/b, false",
    "a.b, axb, false",
    "\\#x, #x, true",
    "#x, #x, false",
    "x\\*, x*, true",
    "x\\*, xy, false",
    "[, [, true",
  })
  void patternMeansWhatGitMeans(String pattern, String path, boolean ignored) {
    assertThat(ignores(path, false, pattern)).isEqualTo(ignored);
  }

  @Test
  void slashAtTheEndMeansFolders() {
    assertThat(ignores("gen", true, "gen/")).isTrue();
    assertThat(ignores("gen", false, "gen/")).isFalse();
  }

  @Test
  void laterLineWins() {
    assertThat(ignores("Keep.java", false, "*.java", "!Keep.java")).isFalse();
    assertThat(ignores("Keep.java", false, "!Keep.java", "*.java")).isTrue();
  }

  @Test
  void nearerFileWins() {
    IgnoreRules rules =
        IgnoreRules.NONE
            .with(BASE, Arrays.asList("*.java"))
            .with(BASE.resolve("a"), Arrays.asList("!Keep.java"));
    assertThat(rules.ignores(BASE.resolve("a/Keep.java"), false)).isFalse();
    assertThat(rules.ignores(BASE.resolve("Keep.java"), false)).isTrue();
    assertThat(rules.ignores(BASE.resolve("a/Other.java"), false)).isTrue();
  }

  @Test
  void spacesAtTheEndDoNotCountUnlessEscaped() {
    assertThat(ignores("gen", false, "gen  ")).isTrue();
    assertThat(ignores("gen ", false, "gen\\ ")).isTrue();
    assertThat(ignores("x", false, "", "   ")).isFalse();
  }

  private static boolean ignores(String path, boolean directory, String... lines) {
    return IgnoreRules.NONE.with(BASE, Arrays.asList(lines)).ignores(BASE.resolve(path), directory);
  }
}
