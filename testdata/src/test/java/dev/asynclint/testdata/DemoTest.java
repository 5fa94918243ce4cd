package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample service of the README. */
class DemoTest {
  @Test
  void faultsAreFoundWhereTheyAreMarkedAndNowhereElse() {
    List<Source> sources = Scenarios.sources(Scenarios.DEMO, Scenarios.DEMO);
    List<Finding> findings = Toolchain.FULL.analyze(sources);
    Comparison comparison = Comparison.of(sources, findings);

    assertThat(comparison.agrees())
        .withFailMessage(() -> comparison.describe(sources, findings))
        .isTrue();
  }

  @Test
  void everyFamilyOfTheFirstRulesIsShown() {
    Map<String, Family> families =
        Toolchain.RULES.stream()
            .map(Toolchain::metadata)
            .collect(Collectors.toMap(AsyncRule::id, AsyncRule::family));
    Set<Family> shown =
        Blame.marked(Scenarios.sources(Scenarios.DEMO, Scenarios.DEMO), Marker.Kind.EXPECT).stream()
            .map(blame -> families.get(blame.rule()))
            .collect(Collectors.toSet());

    assertThat(shown)
        .contains(Family.BLOCKING, Family.LOCKS, Family.SPAWNING, Family.CAPTURE, Family.COPYING);
  }
}
