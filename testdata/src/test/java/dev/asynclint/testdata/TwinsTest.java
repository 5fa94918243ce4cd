package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.Validation;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.prove.Pair;
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

  /** What no program can show at run time; docs/adr/0012 says why it may warn all the same. */
  private static final Set<String> STATIC = Set.of("unused-suppression");

  @Test
  void whatWarnsIsProven() {
    assertThat(RuleSet.installed().rules())
        .filteredOn(rule -> rule.validation().isEmpty())
        .filteredOn(rule -> rule.severity() != Severity.INFO)
        .extracting(RuleInfo::id)
        .containsExactlyInAnyOrderElementsOf(STATIC);
  }

  @Test
  void aPairForAnotherJavaIsNamedAndNotRun() {
    Pair pair = new Pair("rule/virtual", "// java: 98-99\n", "");

    assertThat(pair.missing()).isEqualTo("needs Java 98 to 99");
    assertThat(Proof.notRun(pair).verdict()).isEqualTo(Proof.Verdict.NOT_RUN);
    assertThat(new Pair("rule", "// java: 98\r\n", "").missing()).isEqualTo("needs Java 98");
    assertThat(new Pair("rule", "package twins.rule;\n", "").missing()).isEmpty();
  }

  @Test
  void everyTwinIsOfARule() {
    assertThat(Toolchain.ruleIds()).containsAll(pairs().map(Pair::rule).toList());
  }

  @Test
  void theListOfProvenRulesIsThatOfTheTwins() {
    List<String> listed =
        RuleSet.installed().rules().stream()
            .flatMap(rule -> rule.validation().stream())
            .map(Validation::text)
            .toList();

    assertThat(listed).isEqualTo(pairs().filter(Pair::isMain).map(TwinsTest::validation).toList());
  }

  private static String validation(Pair pair) {
    int line = marked(pair).iterator().next();
    return new Validation(pair.rule(), line, pair.budget(), pair.meter().words()).text();
  }

  @TestFactory
  Stream<DynamicTest> rulesReportTheMarkedLineOfTheBadTwinAndNothingOfTheGoodOne() {
    return pairs()
        .map(
            pair ->
                dynamicTest(
                    pair.name(),
                    () -> {
                      Set<Integer> marked = marked(pair);
                      assertThat(marked).hasSize(1);
                      for (FixtureRunner runner : runners(pair)) {
                        assertThat(TwinPrograms.reported(runner, pair.name(), "Bad"))
                            .isEqualTo(marked);
                        assertThat(TwinPrograms.reported(runner, pair.name(), "Good")).isEmpty();
                      }
                    }));
  }

  /** javac knows no more than the Java that runs. */
  private static List<FixtureRunner> runners(Pair pair) {
    return pair.from() <= Runtime.version().feature()
        ? List.of(Toolchain.FULL, Toolchain.JAVAC)
        : List.of(Toolchain.FULL);
  }

  @TestFactory
  Stream<DynamicTest> someAreProvenByMeasurement() {
    return pairs().filter(pair -> SOME.contains(pair.name())).map(TwinsTest::isProven);
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> allAreProvenByMeasurement() {
    return pairs().filter(pair -> pair.missing().isEmpty()).map(TwinsTest::isProven);
  }

  private static DynamicTest isProven(Pair pair) {
    return dynamicTest(
        pair.name(),
        () -> {
          Proof proof =
              Proof.of(
                  TwinPrograms.ALL.measure(pair, Map.of()),
                  TwinPrograms.reported(Toolchain.FULL, pair.name(), "Bad"),
                  TwinPrograms.reported(Toolchain.FULL, pair.name(), "Good"));
          assertThat(proof.verdict()).as(proof.toString()).isEqualTo(Proof.Verdict.PROVEN);
        });
  }

  private static Stream<Pair> pairs() {
    return TwinPrograms.ALL.pairs().values().stream();
  }

  private static Set<Integer> marked(Pair pair) {
    return Blame.marked(List.of(TwinPrograms.source(pair.name(), "Bad")), Marker.Kind.EXPECT)
        .stream()
        .filter(blame -> blame.rule().equals(pair.rule()))
        .map(Blame::line)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
