package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.Finding;
import java.util.List;
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
  void everyRuleOfTheFirstWaveIsShown() {
    Set<String> shown =
        Blame.marked(Scenarios.sources(Scenarios.DEMO, Scenarios.DEMO), Marker.Kind.EXPECT).stream()
            .map(Blame::rule)
            .collect(Collectors.toSet());

    assertThat(shown)
        .containsAll(
            Toolchain.RULES.stream()
                .map(Toolchain::metadata)
                .filter(rule -> rule.wave() == 1)
                .map(rule -> rule.id())
                .toList());
  }
}
