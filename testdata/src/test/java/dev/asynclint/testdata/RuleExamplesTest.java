package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples that rules print about themselves are run. */
class RuleExamplesTest {
  @TempDir private Path folder;

  @Test
  void rulesAreShipped() {
    assertThat(Toolchain.RULES).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> badIsReportedWhereItSays() {
    return perRule(
        rule -> {
          List<Source> sources = source(rule, rule.bad());
          assertThat(Blame.marked(sources, Marker.Kind.EXPECT))
              .extracting(Blame::rule)
              .contains(rule.id());
          List<Finding> findings =
              Toolchain.FULL.analyze(sources).stream()
                  .filter(finding -> finding.ruleId().equals(rule.id()))
                  .toList();
          Comparison comparison = Comparison.of(sources, findings);
          assertThat(comparison.agrees())
              .withFailMessage(() -> comparison.describe(sources, findings))
              .isTrue();
        });
  }

  @TestFactory
  Stream<DynamicTest> goodIsNotReported() {
    return perRule(
        rule ->
            assertThat(Toolchain.FULL.analyze(source(rule, rule.good())))
                .filteredOn(finding -> finding.ruleId().equals(rule.id()))
                .isEmpty());
  }

  private interface Check {
    void check(AsyncRule rule);
  }

  private static Stream<DynamicTest> perRule(Check check) {
    return Toolchain.RULES.stream()
        .map(Toolchain::metadata)
        .map(rule -> dynamicTest(rule.id(), () -> check.check(rule)));
  }

  /** The name of a folder whose sources are read as the release the examples need. */
  private static String root(AsyncRule rule) {
    return rule.release() > 17 ? "java21" : "java";
  }

  private List<Source> source(AsyncRule rule, String members) {
    String imports =
        Arrays.stream(rule.imports())
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());
    try {
      Path file = Files.createTempDirectory(folder, root(rule)).resolve("Example.java");
      Files.writeString(file, imports + "class Example {\n" + members + "}\n");
      return List.of(new Source(file, "Example.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
