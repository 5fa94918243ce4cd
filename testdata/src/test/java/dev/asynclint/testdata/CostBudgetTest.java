package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.ir.IrValidator;
import dev.asynclint.core.knowledge.CostTable;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import dev.asynclint.rules.Thresholds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The budget of a poll decides which calls are too long for an event loop, by what they cost. */
class CostBudgetTest {

  @ParameterizedTest
  @CsvSource({
    "cpu-loop-on-event-loop, SignsEveryAnswer, sign-rsa, Signature.sign",
    "cpu-loop-on-event-loop, ShortHash, digest-sha256-1k, MessageDigest.digest",
    "blocking-io-in-event-loop, BriefQuestions, file-exists, Files.exists",
    "blocking-io-in-event-loop, BriefQuestions, random-bytes, SecureRandom.nextBytes",
    "common-pool-blocking, SizeOfFile, file-size, Files.size"
  })
  void aCallIsReportedWhenItCostsMoreThanAPollMay(
      String rule, String fixture, String row, String call) {
    long nanos = CostTable.shipped().byId(row).orElseThrow().nanos();

    assertThat(nanos).as("what %s costs", row).isGreaterThan(1);
    assertThat(messages(rule, fixture, nanos)).noneMatch(message -> message.contains(call));
    assertThat(messages(rule, fixture, nanos - 1)).anyMatch(message -> message.contains(call));
  }

  @Test
  void whatACallCostsIsSaid() {
    List<Finding> findings = findings("cpu-loop-on-event-loop", "SignsEveryAnswer", 100_000);

    assertThat(findings)
        .singleElement()
        .extracting(Finding::label)
        .asString()
        .matches(
            "keeps the event loop busy; took about [1-9]0* (µs|ms) where it was measured,"
                + " see sign-rsa in the cost table");
  }

  private static List<String> messages(String rule, String fixture, long pollNanos) {
    return findings(rule, fixture, pollNanos).stream().map(Finding::message).toList();
  }

  private static List<Finding> findings(String rule, String fixture, long pollNanos) {
    Scenario scenario =
        Scenarios.all().stream()
            .filter(one -> one.rule().equals(rule) && one.name().equals(fixture))
            .findFirst()
            .orElseThrow();
    Settings settings =
        Thresholds.READER.read(Map.of("pollTime", pollNanos + "ns"), (name, fault) -> {});
    Analyzer analyzer = new Analyzer(KnowledgeFiles.shipped(), Toolchain.RULES, settings);
    return new FixtureRunner(new JavaParserFrontEnd(), analyzer, IrValidator::validate)
        .analyze(scenario.sources()).stream()
            .filter(finding -> finding.ruleId().equals(rule))
            .toList();
  }
}
