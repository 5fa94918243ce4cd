package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Knowing less can only remove findings. Of two rules of one family the one that knows less may
 * speak of the same fault, so a fault counts by its line.
 */
class MonotonicityTest {
  private static final int SEEDS = 8;

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
    Set<String> all = places(analyze(scenario, lowered, lowered.units()));
    for (int seed = 0; seed < SEEDS; seed++) {
      double share = (seed + 1.0) / (SEEDS + 1);
      List<Unit> erased = new IrEraser(new Random(seed), share).erase(lowered.units());
      List<Finding> fewer = analyze(scenario, lowered, erased);
      assertThat(fewer)
          .as("seed %d, %.0f %% of the targets erased", seed, share * 100)
          .allMatch(finding -> all.contains(place(finding)));
    }
  }

  /** A finding by its line; a note, which may name the first of several places, by its file. */
  private static String place(Finding finding) {
    String file = finding.location().file();
    return finding.severity() == Severity.INFO ? file : file + ":" + finding.location().startLine();
  }

  private static Set<String> places(List<Finding> findings) {
    Set<String> all = new HashSet<>();
    for (Finding finding : findings) {
      all.add(finding.location().file());
      all.add(finding.location().file() + ":" + finding.location().startLine());
    }
    return all;
  }

  private static List<Finding> analyze(Scenario scenario, Lowered lowered, List<Unit> units) {
    Lowered changed = new Lowered(units, lowered.types(), lowered.problems(), lowered.calls());
    return Toolchain.FULL.analyze(changed, scenario.sources());
  }
}
