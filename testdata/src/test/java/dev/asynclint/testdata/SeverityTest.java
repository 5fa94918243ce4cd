package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How grave a wait under a lock is depends on who else needs the lock, and for how long; how grave
 * a broken promise, on whether anybody was promised anything.
 */
class SeverityTest {
  @ParameterizedTest
  @CsvSource({
    "await-while-locked, CompleterNeedsLock, ERROR",
    "await-while-locked, JoinInReentrantLock, WARNING",
    "await-while-locked, DoubleCheckedStart, INFO",
    "await-while-locked, StopJoinsAlone, INFO",
    "await-while-locked, StopJoinsThread, ERROR",
    "blocking-while-locked, JdbcInSynchronized, INFO",
    "blocking-while-locked, HttpUnderReadLock, INFO",
    "blocking-while-locked, OneConnection, INFO",
    "blocking-while-locked, LookedUpOnce, INFO",
    "blocking-client-in-async, PromiseOfForm, INFO",
    "blocking-io-in-event-loop, ReadFarAway, INFO",
    "common-pool-blocking, JoinInSupplyAsync, WARNING",
    "common-pool-blocking, EndOnCommonPool, INFO",
    "common-pool-blocking, UpgradeTool, INFO",
    "null-async-result, NeverMeant, INFO"
  })
  void severity(String rule, String fixture, Severity expected) {
    Scenario scenario =
        Scenarios.all().stream()
            .filter(one -> one.rule().equals(rule) && one.name().equals(fixture))
            .findFirst()
            .orElseThrow();

    List<Finding> findings =
        Toolchain.FULL.analyze(scenario.sources()).stream()
            .filter(finding -> finding.ruleId().equals(rule))
            .toList();

    assertThat(findings).extracting(Finding::severity).containsExactly(expected);
  }
}
