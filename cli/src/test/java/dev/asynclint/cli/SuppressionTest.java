package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.CliHarness.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements about findings, as a scan shows them; the finding stands on the first line. */
final class SuppressionTest {
  private static final String MEANT =
      "class A {} // asynclint: ignore stall-in-async -- it is short\n";

  @TempDir private Path folder;

  private CliHarness a(String text) {
    return new CliHarness(folder).file("src/A.java", text).error("src/A.java");
  }

  @Test
  void whatIsMeantDoesNotFailTheScan() {
    Run run = a(MEANT).run("scan");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("no findings\n1 finding ignored in the source\n");
  }

  @Test
  void reportsForMachinesKeepWhatIsMeant() {
    assertThat(a(MEANT).run("scan", "--format", "json").out())
        .contains("\"because\": \"source\"", "\"reason\": \"it is short\"");
    assertThat(a(MEANT).run("scan", "--format", "sarif").out())
        .contains("\"kind\": \"inSource\"", "\"justification\": \"it is short\"");
  }

  @Test
  void whatIgnoresNothingIsAFindingThatCanBeConfigured() {
    String text = "class A {}\n// asynclint: ignore wait-while-locked -- so\nclass B {}\n";
    String unused =
        "src/A.java:2:22: info[unused-suppression] 'wait-while-locked' finds nothing here that "
            + "would have to be ignored\n";

    assertThat(a(text).run("scan", "-q", "--format", "concise").out()).endsWith(unused);
    assertThat(a(text).run("scan", "-q", "--format", "concise", "--ignore=locks").out())
        .doesNotContain("unused");
    assertThat(a(text).run("scan", "-q", "--format", "concise", "--select=all").out())
        .contains("unused");
    a(text).file("asynclint.toml", "[rules.severity]\nunused-suppression = \"error\"\n");
    assertThat(a(text).run("scan", "-q", "--format", "concise").out())
        .contains("error[unused-suppression]");
  }

  @Test
  void reasonIsRequired() {
    Run run = a("class A {} // asynclint: ignore stall-in-async\n").run("scan", "-q");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("error[stall-in-async]")
        .contains("warning[unused-suppression]: this comment gives no reason and hides nothing");
  }

  @Test
  void whereRulesFailedNothingIsUnused() {
    String text = "class A {}\n// asynclint: ignore wait-while-locked -- so\nclass B {}\n";

    assertThat(a(text).brokenRule().run("scan", "-q", "--format", "concise").out())
        .doesNotContain("unused-suppression");
  }

  @Test
  void whatIsHiddenKeepsTheNumbersOfFingerprints() {
    String json = a("class A {}\n").run("scan", "--format", "json").out();
    String fingerprint = json.replaceAll("(?s).*\"fingerprint\": \"([^\"]+)\".*", "$1");

    assertThat(fingerprint).endsWith(":1");
    assertThat(a(MEANT).run("scan", "--format", "json").out()).contains(":1\"");
  }
}
