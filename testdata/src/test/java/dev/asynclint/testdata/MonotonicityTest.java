package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.AsyncRule;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private static final Map<String, String> FAMILIES =
      Toolchain.RULES.stream()
          .map(Toolchain::metadata)
          .collect(Collectors.toMap(AsyncRule::id, rule -> rule.family().id()));

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

    assertThat(found(scenario, lowered, lowered.units())).isNotEmpty();
    assertThat(found(scenario, lowered, new IrEraser(new Random(1), 1).erase(lowered.units())))
        .isEmpty();
  }

  private static void check(Scenario scenario) {
    Lowered lowered = Toolchain.FULL.lower(scenario.sources());
    List<Blame> all = found(scenario, lowered, lowered.units());
    for (int seed = 0; seed < SEEDS; seed++) {
      double share = (seed + 1.0) / (SEEDS + 1);
      List<Unit> erased = new IrEraser(new Random(seed), share).erase(lowered.units());
      assertThat(all)
          .as("seed %d, %.0f %% of the targets erased", seed, share * 100)
          .containsAll(found(scenario, lowered, erased));
    }
  }

  private static List<Blame> found(Scenario scenario, Lowered lowered, List<Unit> units) {
    Lowered changed = new Lowered(units, lowered.types(), lowered.problems(), lowered.calls());
    return Blame.found(Toolchain.FULL.analyze(changed, scenario.sources())).stream()
        .map(blame -> new Blame(blame.file(), blame.line(), FAMILIES.get(blame.rule())))
        .toList();
  }
}
