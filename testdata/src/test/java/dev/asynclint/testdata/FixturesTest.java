package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.Finding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario, analysed as a program of its own. */
class FixturesTest {
  private static final int SCENARIOS_PER_RULE = 6;
  private static final int LINES_PER_FILE = 45;

  @TestFactory
  Stream<DynamicNode> whatIsMarkedIsFoundAndNothingElse() {
    return perScenario(
        scenario -> {
          List<Source> sources = scenario.sources();
          List<Finding> findings = relevant(scenario, Toolchain.FULL.analyze(sources));
          Comparison comparison = Comparison.of(sources, findings);
          assertThat(comparison.agrees())
              .withFailMessage(() -> comparison.describe(sources, findings))
              .isTrue();
        });
  }

  /**
   * Of the rule of the scenario, and of every rule it marks; a scenario of one fault may well have
   * others that other rules rightly see.
   */
  private static List<Finding> relevant(Scenario scenario, List<Finding> findings) {
    Set<String> rules = new HashSet<>(Set.of(scenario.rule()));
    for (Marker.Kind kind : List.of(Marker.Kind.EXPECT, Marker.Kind.EXPECT_TODO)) {
      Blame.marked(scenario.sources(), kind).forEach(blame -> rules.add(blame.rule()));
    }
    return findings.stream()
        .filter(finding -> finding.meant().isEmpty() && rules.contains(finding.ruleId()))
        .toList();
  }

  @TestFactory
  Stream<DynamicNode> withoutLibrariesNothingElseIsFound() {
    return perScenario(
        scenario -> {
          List<Source> sources = scenario.sources();
          assertThat(Blame.found(Toolchain.FULL.analyze(sources)))
              .as("a finding that needs no libraries is a finding")
              .containsAll(Blame.found(Toolchain.SOURCES_ALONE.analyze(sources)));
        });
  }

  @Test
  void everyRuleHasScenariosOfEachTier() {
    Map<String, Map<Scenario.Tier, Long>> counts =
        Scenarios.all().stream()
            .collect(
                Collectors.groupingBy(
                    Scenario::rule, Collectors.groupingBy(Scenario::tier, Collectors.counting())));

    assertThat(counts).containsOnlyKeys(Toolchain.ruleIds());
    counts.forEach(
        (rule, tiers) -> {
          assertThat(tiers).as(rule).containsOnlyKeys(Scenario.Tier.values());
          assertThat(tiers.values().stream().mapToLong(Long::longValue).sum())
              .as(rule)
              .isGreaterThanOrEqualTo(SCENARIOS_PER_RULE);
        });
  }

  @TestFactory
  Stream<DynamicNode> scenariosKeepTheHouseRules() {
    return perScenario(
        scenario -> {
          List<Source> sources = scenario.sources();
          List<String> marked =
              Stream.of(Marker.Kind.EXPECT, Marker.Kind.EXPECT_TODO)
                  .flatMap(kind -> Blame.marked(sources, kind).stream())
                  .map(Blame::rule)
                  .toList();
          assertThat(sources).isNotEmpty();
          assertThat(Toolchain.ruleIds()).containsAll(marked);
          switch (scenario.tier()) {
            case BAD -> assertThat(marked).contains(scenario.rule());
            case GOOD -> assertThat(marked).isEmpty();
            case EDGE -> assertThat(marked).isSubsetOf(Toolchain.ruleIds());
          }
          for (Source source : sources) {
            List<String> lines = Scenarios.text(source).lines().toList();
            String folder = source.name().substring(0, source.name().lastIndexOf('/'));
            assertThat(lines.get(0)).isEqualTo("package " + folder.replace('/', '.') + ";");
            assertThat(lines).as(source.name()).hasSizeLessThanOrEqualTo(LINES_PER_FILE);
          }
        });
  }

  /** One test a scenario, one folder a rule. */
  private static Stream<DynamicNode> perScenario(Consumer<Scenario> check) {
    Map<String, List<DynamicNode>> tests = new LinkedHashMap<>();
    for (Scenario scenario : Scenarios.all()) {
      tests
          .computeIfAbsent(scenario.rule(), rule -> new java.util.ArrayList<>())
          .add(
              dynamicTest(
                  scenario.toString(),
                  scenario.sources().get(0).path().toUri(),
                  () -> check.accept(scenario)));
    }
    return tests.entrySet().stream().map(rule -> dynamicContainer(rule.getKey(), rule.getValue()));
  }
}
