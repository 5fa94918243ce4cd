package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.report.RuleList;
import dev.asynclint.cli.scan.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in the documentation say what the rules say of themselves. */
class RulePagesTest {
  private static final Path FOLDER = Path.of("..", "docs", "rules");

  @Test
  void pagesAreUpToDate() throws IOException {
    RuleSet rules = RuleSet.installed();

    assertThat(written())
        .as("run: ./asynclint rules --format md --output docs/rules")
        .isEqualTo(RuleList.pages(rules));
  }

  private static SortedMap<String, String> written() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }
}
