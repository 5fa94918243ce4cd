package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.CliHarness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
  @TempDir private Path folder;
  private CliHarness cli;

  @BeforeEach
  void inFolder() {
    cli = new CliHarness(folder);
  }

  @Test
  void versionIsThatOfTheBuild() {
    Run run = cli.run("--version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).matches("asynclint \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void missingAndUnknownCommandsAreUsageErrors() {
    assertThat(cli.run().status()).isEqualTo(2);
    assertThat(cli.run().err()).contains("a command is missing");
    Run run = cli.run("scna");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("scna").contains("scan");
  }

  @Test
  void helpNamesTheExitStatuses() {
    Run run = cli.run("scan", "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Exit status: 0 clean").contains("--fail-on").endsWith("\n");
  }

  @Test
  void explainShowsEveryPartOfARule() {
    Run run = cli.run("explain", "stall-in-async");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Why", "Bad", "Good", "When not", "Fix", "References")
        .contains("    return Mono.just(query()); // reported")
        .contains("https://example.org/threads")
        .doesNotContain("expect:");
  }

  @Test
  void explainSuggestsTheNearestRule() {
    Run run = cli.run("explain", "wait-while-lockd");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "asynclint: unknown rule 'wait-while-lockd'; did you mean 'wait-while-locked'?\n");
  }

  @Test
  void rulesAreListedInEveryFormat() {
    assertThat(cli.run("rules").out().lines()).hasSize(3);
    assertThat(cli.run("rules", "--format", "md").out())
        .contains("## stall-in-async\n")
        .contains("### Why\n")
        .contains("```java\n");
    assertThat(cli.run("rules", "--format", "json").out())
        .contains(
            """
              {
                "id": "wait-while-locked",
                "name": "WaitWhileLocked",
                "family": "locks",
                "severity": "warning",
                "wave": 2,
                "summary": "Wait while a lock is held",
                "needsTypes": true,
                "fix": "none",
                "validated": false
              }
            """
                .stripTrailing());
    assertThat(cli.run("rules", "--format", "xml").status()).isEqualTo(2);
  }

  @Test
  void pagesOfRulesAreWritten(@TempDir Path folder) throws IOException {
    Path pages = folder.resolve("docs/rules");
    assertThat(cli.run("rules", "--format", "md", "--output", pages.toString()).status()).isZero();
    assertThat(pages.resolve("README.md"))
        .content()
        .contains(
            "| [wait-while-locked](wait-while-locked.md) | warning | Wait while a lock is held");
    assertThat(pages.resolve("wait-while-locked.md")).content().startsWith("# wait-while-locked\n");
  }

  @Test
  void pagesOfRulesNeedADirectory(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Run run = cli.run("rules", "--format", "md", "--output", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "asynclint: cannot write to '" + file + "'; give a directory of yours to --output\n");
    assertThat(cli.run("rules", "--output", folder.toString()).err())
        .isEqualTo("asynclint: --output writes pages; add --format md\n");
  }

  @Test
  void completionIsAScript() {
    assertThat(cli.run("generate-completion").out()).contains("complete").contains("asynclint");
  }
}
