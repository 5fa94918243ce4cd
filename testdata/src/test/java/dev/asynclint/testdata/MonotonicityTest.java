package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Knowing less can only remove findings. Of two rules of one family the one that knows less may
 * speak of the same fault, so a fault counts by its line and family.
 */
class MonotonicityTest {
  private static final int SEEDS = 8;

  private static final Map<String, Family> FAMILIES =
      Toolchain.RULES.stream()
          .map(rule -> rule.getClass().getAnnotation(AsyncRule.class))
          .collect(Collectors.toMap(AsyncRule::id, AsyncRule::family));

  @TestFactory
  Stream<DynamicTest> erasingTargetsRemovesFindings() {
    return Scenarios.all().stream()
        .map(scenario -> dynamicTest(scenario.rule() + "/" + scenario, () -> check(scenario)));
  }

  @Test
  void erasingEverythingRemovesEveryFindingThatNeedsALibrary() {
    Scenario scenario =
        Scenarios.all().stream()
            .filter(one -> one.tier() == Scenario.Tier.BAD)
            .findFirst()
            .orElseThrow();
    Lowered lowered = Toolchain.FULL.lower(scenario.sources());

    assertThat(analyze(scenario, lowered, lowered.units())).isNotEmpty();
    assertThat(analyze(scenario, lowered, new IrEraser(new Random(1), 1).erase(lowered.units())))
        .isEmpty();
  }

  private static void check(Scenario scenario) {
    Lowered lowered = Toolchain.FULL.lower(scenario.sources());
    Predicate<Finding> all = within(analyze(scenario, lowered, lowered.units()));
    for (int seed = 0; seed < SEEDS; seed++) {
      double share = (seed + 1.0) / (SEEDS + 1);
      List<Unit> erased = new IrEraser(new Random(seed), share).erase(lowered.units());
      List<Finding> fewer = analyze(scenario, lowered, erased);
      assertThat(fewer)
          .as("seed %d, %.0f %% of the targets erased", seed, share * 100)
          .allMatch(all);
    }
  }

  /**
   * A fault by its line and family; a note, which names the first of several places, by its file
   * and rule.
   */
  private static String place(Finding finding) {
    return finding.severity() == Severity.INFO
        ? finding.location().file() + " " + finding.ruleId()
        : line(finding);
  }

  private static String line(Finding finding) {
    return finding.location().file()
        + ":"
        + finding.location().startLine()
        + " "
        + FAMILIES.get(finding.ruleId());
  }

  /** What may be found with less knowledge; a note may stand in for a fault that is then unseen. */
  private static Predicate<Finding> within(List<Finding> findings) {
    Set<String> places = new HashSet<>();
    for (Finding finding : findings) {
      places.add(place(finding));
      places.add(line(finding));
    }
    return one ->
        places.contains(place(one)) || one.severity() == Severity.INFO && standsIn(one, findings);
  }

  private static boolean standsIn(Finding note, List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            one ->
                one.severity() != Severity.INFO
                    || one.location().startLine() == note.location().startLine());
  }

  private static List<Finding> analyze(Scenario scenario, Lowered lowered, List<Unit> units) {
    Lowered changed = new Lowered(units, lowered.types(), lowered.problems(), lowered.calls());
    return Toolchain.FULL.analyze(changed, scenario.sources());
  }
}
