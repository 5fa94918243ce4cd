package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.CliHarness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  private static final String EVERYTHING =
      """
      [rules]
      ignore = ["wave-2"]
      severity = { blocking = "info" }
      [budgets]
      eventLoopWait = "20ms"
      spawnBound = 7
      [knowledge]
      files = ["own.knowledge"]
      [contexts.annotations]
      "shop.OnLoop" = "event-loop"
      [contexts.methods]
      "shop.Handler.ask(2)" = "blocking-pool"
      [[overrides]]
      paths = ["legacy/", "a \\"b\\" \\\\ c"]
      select = ["all"]
      severity.locks = "off"
      """;

  @TempDir private Path folder;
  private CliHarness cli;

  @BeforeEach
  void twoFiles() {
    cli =
        new CliHarness(folder)
            .file("src/A.java", "class A {}\n")
            .file("legacy/B.java", "class B {}\n")
            .file("own.knowledge", "library own 1\n")
            .error("src/A.java")
            .warning("legacy/B.java");
  }

  private List<String> scan(String... options) {
    List<String> all = new java.util.ArrayList<>(List.of("scan", "-q", "--format", "concise"));
    all.addAll(List.of(options));
    Run run = cli.run(all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out().lines().map(line -> line.split(" ")[1]).toList();
  }

  @Test
  void nearestConfigurationHolds() {
    cli.file(
        "asynclint.toml", "[rules]\nignore = [\"locks\"]\nseverity = { blocking = \"info\" }\n");

    assertThat(scan()).containsExactly("info[stall-in-async]");
    assertThat(scan("src", "legacy")).containsExactly("info[stall-in-async]");
    assertThat(scan("--no-config"))
        .containsExactlyInAnyOrder("error[stall-in-async]", "warning[wait-while-locked]");
  }

  @Test
  void configurationOfTheScannedTreeCountsNotThatOfTheWorkingDirectory() {
    cli.file("asynclint.toml", "[rules]\nignore = [\"all\"]\n").file("src/asynclint.toml", "");

    assertThat(scan("src")).contains("error[stall-in-async]");
    assertThat(scan("legacy")).isEmpty();
    assertThat(scan("--config", "src/asynclint.toml", "legacy")).isNotEmpty();
  }

  @Test
  void commandLineWins() {
    cli.file(
        "asynclint.toml",
        "[rules]\nignore = [\"all\"]\nseverity = { all = \"off\" }\n"
            + "[[overrides]]\npaths = [\"legacy/\"]\nselect = [\"all\"]\n");

    assertThat(scan("--select", "blocking")).containsExactly("error[stall-in-async]");
    assertThat(scan("--ignore", "locks")).isEmpty();
  }

  @Test
  void overridesHoldForTheirFiles() {
    cli.file(
        "asynclint.toml",
        "[[overrides]]\npaths = [\"legacy/\"]\nseverity = { locks = \"error\" }\n"
            + "[[overrides]]\npaths = [\"src/\"]\nignore = [\"all\"]\n");

    assertThat(scan()).containsExactly("error[wait-while-locked]");
  }

  @Test
  void configurationThatIsWrongEndsWithTwo() {
    cli.file("asynclint.toml", "[rules]\nselct = 1\n[budgets]\nspawnBound = 0\n");

    Run run = cli.run("scan", "src");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            asynclint: asynclint.toml:2:1: unknown key of [rules] 'selct'; did you mean 'select'?
            asynclint: asynclint.toml:4:14: budget spawnBound must be at least 1, not 0
            """);
  }

  @Test
  void missingAndContradictoryOptionsEndWithTwo() {
    assertThat(cli.run("scan", "--config", "none.toml").err())
        .isEqualTo("asynclint: none.toml: cannot be read; check that it is a readable file\n");
    assertThat(cli.run("scan", "--config", "own.knowledge", "--no-config").status()).isEqualTo(2);
  }

  @Test
  void ownKnowledgeThatIsWrongEndsWithTwo() {
    cli.file("own.knowledge", "library own 1\ntype own.X is nice\n")
        .file("asynclint.toml", "[knowledge]\nfiles = [\"own.knowledge\"]\n");

    Run run = cli.run("scan", "src");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("own.knowledge:2:15: unknown", "'nice'");
  }

  @Test
  void showSaysWhereEverythingComesFrom() {
    cli.file("asynclint.toml", EVERYTHING);

    assertThat(cli.run("config", "show").out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "stall-in-async = \"info\" # asynclint.toml:3:14",
            "wait-while-locked = \"off\" # asynclint.toml:2:1",
            "eventLoopWait = \"20ms\" # asynclint.toml:5:1",
            "boundedWait = \"5s\" # default",
            "files = [\"own.knowledge\"] # asynclint.toml:8:1",
            "\"shop.OnLoop\" = \"event-loop\" # asynclint.toml:10:1",
            "severity.locks = \"off\" # asynclint.toml:13:3");
  }

  @Test
  void whatIsShownMeansTheSame() {
    cli.file("asynclint.toml", EVERYTHING);
    String shown = cli.run("config", "show").out();
    cli.file("asynclint.toml", shown);

    Run again = cli.run("config", "show");

    assertThat(again.status()).isZero();
    assertThat(withoutOrigins(again.out())).isEqualTo(withoutOrigins(shown));
  }

  private static List<String> withoutOrigins(String page) {
    return page.lines().map(line -> line.replaceAll(" +# .*", "")).toList();
  }

  @Test
  void initWritesWhatChangesNothing() throws IOException {
    String before = cli.run("config", "show").out();

    assertThat(cli.run("config", "init").err()).isEqualTo("asynclint: wrote asynclint.toml\n");
    assertThat(withoutOrigins(cli.run("config", "show").out()).subList(1, 5))
        .isEqualTo(withoutOrigins(before).subList(1, 5));
    Run again = cli.run("config", "init");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).isEqualTo("asynclint: asynclint.toml: is already there\n");
    String text = Files.readString(folder.resolve("asynclint.toml"));
    cli.file(
        "asynclint.toml",
        text.replaceAll("(?m)^# (?=[\\w\"\\[][^ ]* = |\\[\\[)", "").replace("allocation", "locks"));
    assertThat(cli.run("config", "show").status()).as("its examples are sound").isZero();
  }

  @Test
  void doctorSaysWhatAScanWouldKnow() {
    cli.file("asynclint.toml", "");

    Run run = cli.run("doctor");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsPattern("version +asynclint .*, 3 rules\n")
        .containsPattern("java +" + Runtime.version().feature())
        .containsPattern("configuration +" + folder.resolve("asynclint.toml"))
        .containsPattern("knowledge +\\d{4,} members of \\d+ types")
        .containsPattern("sources +2 files\n")
        .containsPattern("release +not stated\n");
  }

  @Test
  void doctorTellsWhatIsWrong() {
    cli.file("asynclint.toml", "zoo = 1\n");

    assertThat(cli.run("doctor").status()).isEqualTo(2);
    assertThat(cli.run("doctor").err()).contains("asynclint.toml:1:1: unknown section or key");
    assertThat(cli.run("doctor", "none").err()).contains("none");
  }
}
