package dev.asynclint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
  /** Fails once its stream is read, as lazily as rules do their work. */
  @AsyncRule(
      id = "fragile",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Nothing",
      why = "It breaks.",
      bad = "",
      good = "",
      whenNot = "Always.")
  private record Fragile(RuntimeException fault) implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.of(finding(7))
          .peek(
              any -> {
                throw fault;
              });
    }
  }

  private static Finding finding(int line) {
    return new Finding(
        "sound",
        Severity.WARNING,
        Confidence.HIGH,
        new Location("A.java", line, line + 1, line, 1, line, 2),
        "'x' stalls",
        "here",
        List.of(),
        "do not",
        List.of());
  }

  private static Analyzer.Analysis analyze(Rule... rules) {
    return new Analyzer(KnowledgeFiles.shipped(), List.of(rules))
        .analyze(List.of(), type -> List.of(), 17);
  }

  /** Finds the same wherever it looks. */
  @AsyncRule(
      id = "sound",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Nothing",
      why = "It stalls.",
      bad = "",
      good = "",
      whenNot = "Never.")
  private static class ForProduction implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.of(finding(3));
    }
  }

  @AsyncRule(
      id = "sound",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Nothing",
      why = "It stalls.",
      bad = "",
      good = "",
      whenNot = "Never.",
      inTests = true)
  private static final class ForTestsToo extends ForProduction {}

  @Test
  void inTestsOnlyRulesForTestsReport() {
    Settings tests = Settings.NONE.with(TestFiles.class, new TestFiles(Set.of("A.java")));
    Settings others = Settings.NONE.with(TestFiles.class, new TestFiles(Set.of("B.java")));

    assertThat(analyze(tests, new ForProduction()).findings()).isEmpty();
    assertThat(analyze(tests, new ForTestsToo()).findings()).containsExactly(finding(3));
    assertThat(analyze(others, new ForProduction()).findings()).containsExactly(finding(3));
  }

  private static Analyzer.Analysis analyze(Settings settings, Rule rule) {
    return new Analyzer(KnowledgeFiles.shipped(), List.of(rule), settings)
        .analyze(List.of(), type -> List.of(), 17);
  }

  @Test
  void findingsAreOrderedAndDistinct() {
    Rule one = program -> Stream.of(finding(3), finding(1));
    Rule other = program -> Stream.of(finding(2), finding(1));
    Analyzer.Analysis analysis = analyze(one, other);
    assertThat(analysis.findings()).containsExactly(finding(1), finding(2), finding(3));
    assertThat(analysis.problems()).isEmpty();
  }

  @Test
  void ruleThatThrowsIsOneProblemAndLeavesTheOthersAlone() {
    Rule before = program -> Stream.of(finding(2));
    Rule after = program -> Stream.of(finding(1));
    Fragile fragile = new Fragile(new IllegalStateException("secret"));
    Analyzer.Analysis analysis = analyze(before, fragile, after);
    assertThat(analysis.findings()).containsExactly(finding(1), finding(2));
    assertThat(analysis.problems()).hasSize(1);
    Problem problem = analysis.problems().get(0);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INTERNAL);
    assertThat(problem.file()).isEmpty();
    assertThat(problem.message())
        .startsWith(
            "rule fragile failed because of a fault in asynclint (IllegalStateException in ")
        .endsWith("; please report it");
  }

  @Test
  void severalThreadsTellTheSameInTheSameOrder() {
    Rule[] rules = new Rule[40];
    for (int i = 0; i < rules.length; i++) {
      int line = 1 + i;
      rules[i] = i % 7 == 3 ? new Fragile(new IllegalStateException()) : p -> sound(line);
    }
    Analyzer.Analysis alone = analyze(rules);
    assertThat(alone.problems()).hasSize(6);
    for (int threads : new int[] {2, 5}) {
      Analyzer together =
          new Analyzer(KnowledgeFiles.shipped(), List.of(rules), Settings.NONE, threads);
      assertThat(together.analyze(List.of(), type -> List.of(), 17)).isEqualTo(alone);
    }
  }

  private static Stream<Finding> sound(int line) {
    return Stream.of(finding(line));
  }

  @Test
  void stackThatIsFullIsAProblemOfTheRuleOnAnyThread() {
    Rule endless =
        new Rule() {
          @Override
          public Stream<Finding> check(Program program) {
            return check(program);
          }
        };
    Analyzer analyzer = new Analyzer(KnowledgeFiles.shipped(), List.of(endless), Settings.NONE, 2);
    assertThat(analyzer.analyze(List.of(), type -> List.of(), 17).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("StackOverflowError"));
  }

  @Test
  void errorsOfTheMachineAreThrownFromAnyThread() {
    Rule dying =
        program -> {
          throw new NoClassDefFoundError("gone");
        };
    for (int threads : new int[] {1, 2}) {
      Analyzer analyzer =
          new Analyzer(KnowledgeFiles.shipped(), List.of(dying), Settings.NONE, threads);
      assertThatThrownBy(() -> analyzer.analyze(List.of(), type -> List.of(), 17))
          .isInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> new Analyzer(KnowledgeFiles.shipped(), List.of(), Settings.NONE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
