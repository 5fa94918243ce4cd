package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.ir.IrValidator;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import dev.asynclint.prove.Measured;
import dev.asynclint.prove.Proof;
import dev.asynclint.rules.Thresholds;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One budget moves what a rule says and what is measured; and the harness cannot be fooled. */
class TwinBudgetsTest {

  @ParameterizedTest
  @CsvSource({
    "blocking-call-in-async, eventLoopWait, 10s",
    "thread-per-request, spawnBound, 1000",
    "oversized-capture, taskStateWarnBytes, 8MiB",
    "cpu-loop-on-event-loop, pollTime, 60s",
  })
  void aWiderBudgetAllowsTheBadTwinInBothWorlds(String rule, String budget, String wide) {
    Map<String, String> given =
        budget.equals("taskStateWarnBytes")
            ? Map.of(budget, wide, "taskStateErrorBytes", wide)
            : Map.of(budget, wide);

    Measured before = TwinPrograms.ALL.measure(TwinPrograms.pair(rule), Map.of());
    Measured after = TwinPrograms.ALL.measure(TwinPrograms.pair(rule), given);

    assertThat(before.doubt()).isEmpty();
    assertThat(TwinPrograms.reported(Toolchain.FULL, rule, "Bad")).containsExactly(before.blamed());
    assertThat(after.doubt()).isEqualTo("the bad twin stays within the budget");
    assertThat(TwinPrograms.reported(with(given), rule, "Bad")).isEmpty();
  }

  @Test
  void aRuleThatBlamesAnotherLineIsCaught() {
    Measured measured = TwinPrograms.ALL.measure(TwinPrograms.pair("await-while-locked"), Map.of());

    Proof wrong = Proof.of(measured, Set.of(measured.blamed() + 1), Set.of());

    assertThat(measured.doubt()).isEmpty();
    assertThat(wrong.verdict()).isEqualTo(Proof.Verdict.REFUTED);
    assertThat(wrong.reason()).startsWith("the rule blames line " + (measured.blamed() + 1));
  }

  @Test
  void aRuleThatIsSilentOrReportsTheGoodTwinIsCaught() {
    Measured measured = TwinPrograms.ALL.measure(TwinPrograms.pair("await-while-locked"), Map.of());
    Set<Integer> line = Set.of(measured.blamed());

    assertThat(Proof.of(measured, Set.of(), Set.of()).reason())
        .isEqualTo("the rule does not report the bad twin");
    assertThat(Proof.of(measured, line, Set.of(7)).reason())
        .isEqualTo("the rule reports the good twin at line 7");
    assertThat(Proof.of(measured, line, Set.of()).verdict()).isEqualTo(Proof.Verdict.PROVEN);
  }

  @Test
  void aWeakTwinIsCaught() {
    Measured weak = TwinPrograms.WEAK.measure(TwinPrograms.weak("weak"), Map.of());
    Measured same = TwinPrograms.WEAK.measure(TwinPrograms.weak("same"), Map.of());
    Measured broken = TwinPrograms.WEAK.measure(TwinPrograms.weak("broken"), Map.of());

    assertThat(weak.doubt()).isEqualTo("the bad twin stays within the budget");
    assertThat(same.doubt()).isEqualTo("the good twin exceeds the budget");
    assertThat(broken.doubt()).contains("no such program");
  }

  private static FixtureRunner with(Map<String, String> budgets) {
    FrontEnd frontEnd = new JavaParserFrontEnd();
    Settings settings = Thresholds.READER.read(budgets, (name, fault) -> {});
    Analyzer analyzer = new Analyzer(KnowledgeFiles.shipped(), Toolchain.RULES, settings);
    return new FixtureRunner(frontEnd, analyzer, IrValidator::validate);
  }
}
