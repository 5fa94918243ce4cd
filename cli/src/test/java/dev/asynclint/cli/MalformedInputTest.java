package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of ours that are wrong: one message, with its place, status 2, and nothing written. */
final class MalformedInputTest {
  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void source() throws IOException {
    workspace = new Workspace(folder);
    workspace.write("src/A.java", "class A {}\n");
    workspace.write("report.json", "earlier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[rules | 1:7: expected ']' after the name of a table",
        "[rules];select = 'x' | 2:10: 'select' is a text; it must be a list",
        "[rules];select = ['x'] | 2:11: unknown rule, family or wave 'x'",
        "[rules];select = [1] | 2:11: an item of 'select' is a number",
        "[rules];select = ['busy-spin'; | 3:1: expected ']' or ','",
        "[rules];[rules] | 2:2: 'rules' is already defined",
        "[rule] | 1:2: unknown section or key 'rule'; did you mean 'rules'?",
        "x = | 1:4: expected a value",
        "[rules.severity];busy-spin = 'loud' | 2:13: unknown severity 'loud'",
        "[budgets];spawnBund = 1 | 2:1: unknown key of [budgets] 'spawnBund'; did you mean",
        "[budgets];spawnBound = -1 | 2:14: budget spawnBound is '-1'; write a number",
        "[knowledge];files = ['none'] | 2:10: 'none' is no file",
        "[[overrides]];paths = [] | 2:9: 'paths' is empty",
        "[[overrides]];paths = 5 | 2:9: 'paths' is a number; it must be a list",
        "[[overrides]];ignore = ['busy-spin'] | 1:3: 'paths' is missing",
        "[contexts];nope = 1 | 2:1: unknown key of [contexts] 'nope'",
      })
  void configuration(String text, String expected) throws IOException {
    workspace.write("asynclint.toml", text.replace(';', '\n'));

    Workspace.Run run = workspace.run("scan", "src", "--format=json=report.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("asynclint: asynclint.toml:" + expected);
    nothingIsWritten("asynclint.toml", "report.json", "src");
  }

  @Test
  void knowledge() throws IOException {
    workspace.write("asynclint.toml", "[knowledge]\nfiles = ['own.txt']\n");
    workspace.write("own.txt", "library own 1\ntype a.B is nonsense\n");

    Workspace.Run run = workspace.run("scan", "src", "--format=json=report.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("own.txt:2:13: unknown tag 'nonsense'");
    nothingIsWritten("asynclint.toml", "own.txt", "report.json", "src");
  }

  @ParameterizedTest
  @CsvSource({"scan", "update", "prune"})
  void baseline(String command) throws IOException {
    String damaged = "{\"version\": 1,\n \"findings\": [{}]}";
    workspace.write("b.json", damaged);

    Workspace.Run run =
        command.equals("scan")
            ? workspace.run("scan", "src", "--baseline=b.json", "--format=json=report.json")
            : workspace.run("baseline", command, "src", "--baseline=b.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "asynclint: b.json:2:15: this entry of 'findings' lacks the text 'fingerprint'");
    assertThat(folder.resolve("b.json")).content().isEqualTo(damaged);
    nothingIsWritten("b.json", "report.json", "src");
  }

  /** A statement in a source is a finding where it stands; the rest is scanned all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// asynclint: ignore busy-spin | 2:1: | gives no reason",
        "// asynclint: ignore -- so | 2:1: | names no rule",
        "// asynclint: ignore nope -- so | 2:22: | there is no rule 'nope'",
        "// asynclint: ignor busy-spin -- so | 2:1: | did you mean 'ignore'?",
        "@SuppressWarnings(\"asynclint:nope\") | 2:19: | there is no rule 'nope'",
      })
  void suppression(String statement, String place, String expected) throws IOException {
    workspace.write("src/A.java", "class A {\n" + statement + "\nint x;\n}\n");

    assertThat(workspace.scan("src"))
        .singleElement()
        .asString()
        .startsWith("src/A.java:" + place)
        .contains("[unused-suppression]", expected);
    assertThat(workspace.run("scan", "src").status()).isEqualTo(1);
  }

  private void nothingIsWritten(String... before) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(List.of(before));
    }
    assertThat(folder.resolve("report.json")).hasContent("earlier");
  }
}
