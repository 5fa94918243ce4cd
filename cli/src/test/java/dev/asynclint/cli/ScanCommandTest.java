package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.CliHarness.Run;
import dev.asynclint.core.facts.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanCommandTest {
  @TempDir private Path folder;
  private CliHarness cli;

  @BeforeEach
  void twoFiles() {
    cli =
        new CliHarness(folder)
            .file("src/A.java", "class A {}\n")
            .file("src/B.java", "class B {}\n");
  }

  @Test
  void cleanTreeEndsWithZero() {
    Run run = cli.run("scan", "src");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("no findings\nread 2 files");
    assertThat(run.err()).startsWith("asynclint: scanned 2 files in ");
  }

  @Test
  void pathIsTheWorkingDirectoryWhenNoneIsGiven() {
    assertThat(cli.run("scan", "-q").status()).isZero();
  }

  @Test
  void findingsEndWithOne() {
    Run run = cli.error("src/A.java").run("scan", "src", "--format", "concise", "-q");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("src/A.java:1:1: error[stall-in-async] 'x' stalls\n");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--fail-on=error, 0",
    "--fail-on=warning, 1",
    "--fail-on=INFO, 1",
    "--exit-zero, 0",
    "--max-findings=0, 1",
    "--max-findings=1, 0",
    "--select=blocking, 0",
    "--select=wave-2, 1",
    "--select=wait-while-locked, 1",
    "--ignore=locks, 0",
    "--select=all --ignore=wait-while-locked, 0",
  })
  void gateDecidesTheStatus(String options, int status) {
    String[] arguments = ("scan src " + options).split(" ");
    assertThat(cli.warning("src/A.java").run(arguments).status()).isEqualTo(status);
  }

  @Test
  void whatIsNotCertainIsNoError() {
    Run run = cli.error("src/A.java", Confidence.MEDIUM).run("scan", "src", "--format=concise");
    assertThat(run.out()).contains("warning[stall-in-async]").doesNotContain("error");
  }

  @Test
  void weakerConfidenceIsLeftOutOnRequest() {
    cli.error("src/A.java", Confidence.LOW).error("src/B.java", Confidence.MEDIUM);
    Run run = cli.run("scan", "src", "--format=concise", "--min-confidence=medium");
    assertThat(run.out()).contains("B.java").doesNotContain("A.java");
  }

  @Test
  void syntaxErrorIsToldAndOtherFindingsAreKept() {
    cli.file("src/C.java", "class C {\n  garbage }\n").error("src/A.java");
    Run run = cli.run("scan", "src");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("src/A.java:1:1").contains("1 file could not be read or parsed");
    assertThat(run.err()).containsOnlyOnce("asynclint: src/C.java:2:3: does not parse here");
    assertThat(cli.run("scan", "src", "--allow-parse-errors").status()).isEqualTo(1);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Run run =
        cli.run(
            "scan", "src", "nowhere", "neither", "--select=stall-in-asinc", "--release=3", "-j=0");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactlyInAnyOrder(
            "asynclint: unknown rule, family or wave 'stall-in-asinc'; did you mean 'stall-in-async'?",
            "asynclint: -j 0: a number from 1 is needed",
            "asynclint: --release 3: a Java release is a number from 5",
            "asynclint: nowhere: no such file or directory",
            "asynclint: neither: no such file or directory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format=jsn | unknown format 'jsn'; did you mean 'json'",
        "--format=json= | a file is missing",
        "--fail-on=eror | did you mean 'error'?",
        "--color=sometimes | 'sometimes' is not one of auto, always, never",
        "--formt=json | Unknown option: '--formt=json'",
        "--release=x | 'x' is not an int",
        "--format=json --format=sarif | only one format can go to standard output",
        "--format=json=nowhere/out.json | the directory it would stand in does not exist",
        "--format=json=src | is a directory",
        "--format=json=o --format=sarif=o | two reports cannot go to one file",
        "--max-findings=-1 | a number from 0 is needed",
        "--classpath=no.jar | no.jar: no such file or directory",
      })
  void wrongUsageEndsWithTwo(String options, String message) {
    Run run = cli.run(("scan src " + options).split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void directoryWithoutJavaIsAnError() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Run run = cli.run("scan", "empty");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("asynclint: no Java files under empty\n");
  }

  @Test
  void faultOfOursIsOneMessage() {
    Run run = cli.file("src/C.java", "crash").run("scan", "src");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("internal error").contains("the fake broke");
  }

  @Test
  void failingRuleLosesItsOwnFindingsAlone() throws IOException {
    cli.error("src/A.java").brokenRule();
    Run run = cli.run("scan", "src", "-q", "--format", "json", "--format", "sarif=out.sarif");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("asynclint: rule broken-rule failed because of a fault in asynclint (")
        .contains("IllegalStateException in TestRules.java:")
        .doesNotContain("\tat ");
    assertThat(run.out())
        .contains("\"rule\": \"stall-in-async\"")
        .containsOnlyOnce("\"kind\": \"internal\"")
        .contains("\"unparsable\": 0");
    assertThat(folder.resolve("out.sarif"))
        .content()
        .contains("rule broken-rule failed")
        .contains("\"executionSuccessful\": false");
  }

  @Test
  void reportsGoToFilesAndNothingElseStaysThere() throws IOException {
    cli.error("src/A.java").file("out.json", "old");
    Run run = cli.run("scan", "src", "--format", "json=out.json", "--format", "sarif=out.sarif");
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("out.json")).content().startsWith("{\n  \"tool\"").endsWith("}\n");
    assertThat(folder.resolve("out.sarif")).content().contains("stall-in-async");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("src", "out.json", "out.sarif");
    }
  }

  @Test
  void coloursFollowTerminalEnvironmentAndOption() {
    cli.error("src/A.java");
    String[] auto = {"scan", "src"};
    assertThat(cli.run(auto).out()).doesNotContain("\u001B");
    assertThat(cli.run("scan", "src", "--color=always").out()).contains("\u001B[1;31merror");
    cli.onTerminal();
    assertThat(cli.run(auto).out()).contains("\u001B");
    cli.environment.put("NO_COLOR", "1");
    assertThat(cli.run(auto).out()).doesNotContain("\u001B");
    cli.environment.clear();
    cli.environment.put("TERM", "dumb");
    assertThat(cli.run(auto).out()).doesNotContain("\u001B");
    cli.environment.put("FORCE_COLOR", "1");
    assertThat(cli.run(auto).out()).contains("\u001B");
  }

  @Test
  void threadsDoNotChangeTheReport() {
    cli.error("src/A.java").warning("src/B.java");
    Run one = cli.run("scan", "src", "-j", "1", "--format=sarif");
    assertThat(cli.run("scan", "src", "-j", "4", "--format=sarif").out()).isEqualTo(one.out());
  }

  @Test
  void timesGoToTheNotices() {
    Run run = cli.run("scan", "src", "--timing", "-v");
    assertThat(run.out()).doesNotContain(" s\n");
    assertThat(run.err()).contains("discover").contains("analyse").contains("total");
    assertThat(run.err()).contains("rules: stall-in-async, unused-suppression, wait-while-locked");
  }

  @Test
  void findingsThatServicesRefuseAreCountedOnTheWay() {
    Run run =
        cli.warnings("src/A.java", 25_001).run("scan", "src", "-q", "--format", "sarif=a.sarif");
    assertThat(run.err())
        .isEqualTo(
            "asynclint: the SARIF report holds the worst 25000 of 25001 findings: code-scanning"
                + " services take no more\n");
  }
}
