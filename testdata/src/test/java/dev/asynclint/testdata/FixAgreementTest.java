package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fix that is offered for a fixture does what rules promise of fixes. */
class FixAgreementTest {
  /** Rule and file of a finding. */
  private record Key(String rule, String file) {}

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> anAppliedFixCompilesAndMends() {
    return Scenarios.all().stream()
        .filter(FixAgreementTest::compiles)
        .flatMap(
            scenario -> {
              List<DynamicTest> tests = new ArrayList<>();
              for (Finding finding : Toolchain.FULL.analyze(scenario.sources())) {
                for (Finding.Fix fix : finding.fixes()) {
                  String name = scenario + ":" + finding.location().startLine() + " " + fix.title();
                  tests.add(dynamicTest(name, () -> check(scenario, finding, fix)));
                }
              }
              return tests.stream();
            });
  }

  @Test
  void rulesPromiseWhatTheyOffer() {
    Map<String, FixSafety> offered = new TreeMap<>();
    for (Scenario scenario : Scenarios.all()) {
      for (Finding finding : Toolchain.FULL.analyze(scenario.sources())) {
        for (Finding.Fix fix : finding.fixes()) {
          offered.merge(finding.ruleId(), fix.safety(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    Map<String, FixSafety> promised =
        Toolchain.RULES.stream()
            .map(Toolchain::metadata)
            .filter(rule -> rule.fix() != FixSafety.NONE)
            .collect(Collectors.toMap(AsyncRule::id, AsyncRule::fix));

    assertThat(offered).containsExactlyInAnyOrderEntriesOf(promised);
  }

  private static boolean compiles(Scenario scenario) {
    return scenario.sources().get(0).path().startsWith(Scenarios.ROOTS.get(0));
  }

  private void check(Scenario scenario, Finding finding, Finding.Fix fix) throws IOException {
    Map<Key, Long> before = count(Toolchain.FULL.analyze(scenario.sources()));
    List<Source> mended = new ArrayList<>();
    Path root = Files.createTempDirectory(folder, "mended");
    for (Source source : scenario.sources()) {
      Path copy = root.resolve(source.name());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, apply(Scenarios.text(source), source.name(), fix));
      mended.add(new Source(copy, source.name()));
    }
    // Throws when it does not compile.
    Toolchain.JAVAC.lower(mended);
    Map<Key, Long> after = count(Toolchain.FULL.analyze(mended));

    Key key = new Key(finding.ruleId(), finding.location().file());
    assertThat(after.getOrDefault(key, 0L)).isLessThan(before.get(key));
    assertThat(after)
        .allSatisfy(
            (one, times) -> assertThat(times).isLessThanOrEqualTo(before.getOrDefault(one, 0L)));
  }

  private static Map<Key, Long> count(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                one -> new Key(one.ruleId(), one.location().file()),
                HashMap::new,
                Collectors.counting()));
  }

  private static String apply(String text, String file, Finding.Fix fix) {
    List<Finding.Edit> edits =
        fix.edits().stream()
            .filter(edit -> edit.file().equals(file))
            .sorted(Comparator.comparingInt(Finding.Edit::start).reversed())
            .toList();
    StringBuilder mended = new StringBuilder(text);
    int limit = text.length();
    for (Finding.Edit edit : edits) {
      assertThat(edit.end()).as("edits overlap").isBetween(edit.start(), limit);
      mended.replace(edit.start(), edit.end(), edit.text());
      limit = edit.start();
    }
    return mended.toString();
  }
}
