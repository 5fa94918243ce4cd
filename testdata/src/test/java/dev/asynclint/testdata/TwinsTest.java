package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.Validation;
import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Proof;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What rules say of twins, and what is measured of them. */
class TwinsTest {
  /** One of each way to measure; the rest is measured by the slow tests. */
  private static final Set<String> SOME =
      Set.of("await-while-locked", "blocking-wait-in-async", "unbounded-fan-out");

  @Test
  void everyTwinIsOfARule() {
    assertThat(Toolchain.ruleIds()).containsAll(TwinPrograms.ALL.sources().keySet());
  }

  @Test
  void theListOfProvenRulesIsThatOfTheTwins() {
    List<String> listed =
        RuleSet.installed().rules().stream()
            .flatMap(rule -> rule.validation().stream())
            .map(Validation::text)
            .toList();

    assertThat(listed).isEqualTo(rules().map(TwinsTest::validation).toList());
  }

  private static String validation(String rule) {
    Claim claim = TwinPrograms.ALL.claim(rule);
    int line = marked(rule).iterator().next();
    return new Validation(rule, line, claim.budget(), claim.meter().words()).text();
  }

  @TestFactory
  Stream<DynamicTest> rulesReportTheMarkedLineOfTheBadTwinAndNothingOfTheGoodOne() {
    return rules()
        .map(
            rule ->
                dynamicTest(
                    rule,
                    () -> {
                      Set<Integer> marked = marked(rule);
                      assertThat(marked).hasSize(1);
                      for (FixtureRunner runner : List.of(Toolchain.FULL, Toolchain.JAVAC)) {
                        assertThat(TwinPrograms.reported(runner, rule, "Bad")).isEqualTo(marked);
                        assertThat(TwinPrograms.reported(runner, rule, "Good")).isEmpty();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> someAreProvenByMeasurement() {
    return rules().filter(SOME::contains).map(TwinsTest::isProven);
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> allAreProvenByMeasurement() {
    return rules().map(TwinsTest::isProven);
  }

  private static DynamicTest isProven(String rule) {
    return dynamicTest(
        rule,
        () -> {
          Proof proof =
              Proof.of(
                  TwinPrograms.ALL.measure(rule, Map.of()),
                  TwinPrograms.reported(Toolchain.FULL, rule, "Bad"),
                  TwinPrograms.reported(Toolchain.FULL, rule, "Good"));
          assertThat(proof.verdict()).as(proof.toString()).isEqualTo(Proof.Verdict.PROVEN);
        });
  }

  private static Stream<String> rules() {
    return TwinPrograms.ALL.sources().keySet().stream();
  }

  private static Set<Integer> marked(String rule) {
    return Blame.marked(List.of(TwinPrograms.source(rule, "Bad")), Marker.Kind.EXPECT).stream()
        .filter(blame -> blame.rule().equals(rule))
        .map(Blame::line)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
