package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.prove.ProofReport;
import dev.asynclint.prove.Measured;
import dev.asynclint.prove.Measured.Run;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Proof;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProveCommandTest {
  private static final Measured WAITS =
      new Measured(
          "stall-in-async",
          Meter.BLOCKED_CALLS,
          "0",
          0,
          List.of(new Run(2, 12), new Run(1, 12)),
          List.of(new Run(0, 0), new Run(0, 0)),
          "");

  @TempDir private Path folder;

  @Test
  void allFaultsAreToldAtOnce() {
    CliHarness.Run run =
        new CliHarness(folder).run("prove", "stall-in-asnc", "--twins", "none.jar");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("unknown rule 'stall-in-asnc'; did you mean 'stall-in-async'?")
        .contains("none.jar: there is no such file");
  }

  @Test
  void aFileThatIsNoJarIsToldAsOne() {
    CliHarness.Run run =
        new CliHarness(folder).file("odd.jar", "no jar").run("prove", "--twins", "odd.jar");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("odd.jar: is no jar of twins");
  }

  @Test
  void brokenBudgetsAreTold() {
    CliHarness.Run run =
        new CliHarness(folder)
            .file("asynclint.toml", "[budgets]\nspawnBound = \"many\"\n")
            .run("prove", "--twins", "none.jar");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("asynclint.toml:2:");
  }

  @Test
  void formatsSayWhatIsProven() throws IOException {
    List<Proof> proofs =
        List.of(
            Proof.of(WAITS, Set.of(12), Set.of()),
            Proof.of(WAITS, Set.of(13), Set.of()),
            Proof.none("wait-while-locked"));

    assertThat(written(proofs, ProofReport.Format.TEXT))
        .contains("stall-in-async     proven")
        .contains("rule 13, meter 12")
        .contains("stall-in-async: the rule blames line 13, the meter line 12")
        .endsWith("1 proven, 1 refuted, 1 not validated\n");
    assertThat(written(proofs, ProofReport.Format.MD))
        .contains(
            "| stall-in-async | proven | blocking calls on a loop | 0 | 1 | 0 | calls | 12 |");
    assertThat(written(proofs, ProofReport.Format.JSON))
        .contains("\"blamedByMeter\" : \"twins/stall_in_async/Bad.java:12\"")
        .contains("\"verdict\" : \"not-validated\"");
  }

  private static String written(List<Proof> proofs, ProofReport.Format format) throws IOException {
    StringWriter out = new StringWriter();
    ProofReport.write(proofs, format, out);
    return out.toString();
  }
}
