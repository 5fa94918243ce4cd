package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team with old findings starts to use a gate: what is known stays quiet, what is new fails. */
final class AdoptionTest {
  private static final String WAITS =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Waits {
        void first(CompletableFuture<String> other) {
          CompletableFuture.supplyAsync(() -> other.join());
        }

        void second(CompletableFuture<String> other) {
          CompletableFuture.supplyAsync(() -> Helper.ask(other));
        }
      }
      """;
  private static final String HELPER =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Helper {
        static String ask(CompletableFuture<String> other) {
          return other.join();
        }
      }
      """;
  private static final String FRESH =
      """
        void fresh(CompletableFuture<String> other) {
          CompletableFuture.supplyAsync(() -> other.join());
        }
      """;

  @TempDir private Path folder;

  private record Run(int status, String out, String err) {}

  private Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false, false);
    int status = new Commands(terminal, Parts.shipped()).run(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  private Run scan(String... more) {
    List<String> all =
        new ArrayList<>(List.of("scan", "-q", "--format=concise", "--select=common-pool-blocking"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private Run baseline(String command) {
    return run("baseline", command, "--select=common-pool-blocking");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("src/shop").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-C", folder.toString(), "-c", "user.name=a", "-c", "user.email=a@b"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(command.toString()).isZero();
  }

  @BeforeEach
  void oldFindings() throws IOException {
    write("Waits.java", WAITS);
    write("Helper.java", HELPER);
  }

  private static String withFresh(String text) {
    return text.substring(0, text.lastIndexOf('}')) + FRESH + "}\n";
  }

  @Test
  void aBaselineIsOfSavedFiles() {
    Run run = run("baseline", "create", "--stdin-filename=src/shop/Waits.java");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--stdin-filename: a baseline is made of files as they are saved");
    assertThat(folder.resolve("asynclint-baseline.json")).doesNotExist();
  }

  @Test
  void onlyWhatIsNewFailsTheGate() throws IOException {
    assertThat(scan().status()).isEqualTo(1);
    assertThat(baseline("create").err()).contains("asynclint-baseline.json: 2 findings known");
    assertThat(scan("--baseline=asynclint-baseline.json").status()).isZero();

    write("Waits.java", withFresh(WAITS));
    Run edited = scan("--baseline=asynclint-baseline.json");
    assertThat(edited.status()).isEqualTo(1);
    assertThat(edited.out().lines())
        .singleElement()
        .asString()
        .startsWith("src/shop/Waits.java:14");

    write("Waits.java", WAITS);
    assertThat(scan("--baseline=asynclint-baseline.json").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "moved lines",
    "reformatted",
    "renamed class",
    "moved package",
    "renamed method of another"
  })
  void whatIsKnownStaysKnownWhen(String change) throws IOException {
    baseline("create");

    switch (change) {
      case "moved lines" -> write("Waits.java", WAITS.replace("class W", "// one\n\n\nclass W"));
      case "reformatted" ->
          write("Waits.java", WAITS.replace("() -> ", "\n            () ->\n                "));
      case "renamed class" -> {
        Files.delete(folder.resolve("src/shop/Waits.java"));
        write("Delays.java", WAITS.replace("Waits", "Delays"));
      }
      case "moved package" -> {
        Files.delete(folder.resolve("src/shop/Helper.java"));
        write("far/Helper.java", HELPER.replace("package shop", "package shop.far"));
        write("Waits.java", WAITS.replace("Helper.ask", "shop.far.Helper.ask"));
      }
      default -> write("Waits.java", WAITS.replace("second", "other"));
    }

    assertThat(scan("--baseline=asynclint-baseline.json").out()).as(change).isEmpty();
  }

  @Test
  void secondOneOfTheSameKindIsNew() throws IOException {
    baseline("create");
    String line = "    CompletableFuture.supplyAsync(() -> other.join());\n";
    write("Waits.java", WAITS.replace(line, line + line));

    assertThat(scan("--baseline=asynclint-baseline.json").out().lines()).hasSize(1);
  }

  @Test
  void pruneForgetsAndAddsNothing() throws IOException {
    baseline("create");
    write("Helper.java", HELPER.replace("other.join()", "\"\""));
    write("Waits.java", withFresh(WAITS));

    assertThat(baseline("prune").err()).contains("1 of 2 findings left");
    assertThat(scan("--baseline=asynclint-baseline.json").out().lines()).hasSize(1);
    assertThat(baseline("update").err()).contains("2 findings known, 1 before");
    assertThat(scan("--baseline=asynclint-baseline.json").status()).isZero();
  }

  @Test
  void createLeavesABaselineAlone() throws IOException {
    baseline("create");
    String before = Files.readString(folder.resolve("asynclint-baseline.json"));
    write("Waits.java", withFresh(WAITS));

    assertThat(baseline("create").status()).isEqualTo(2);
    assertThat(folder.resolve("asynclint-baseline.json")).content().isEqualTo(before);
  }

  @Test
  void sarifSaysWhatIsKnown() {
    baseline("create");

    assertThat(run("scan", "--format=sarif", "--baseline=asynclint-baseline.json").out())
        .contains("\"baselineState\": \"unchanged\"", "\"baselineState\": \"new\"")
        .contains("\"kind\": \"external\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ \"version\": 1,\\n nope | b.json:2:",
        "[] | b.json:1:1: is no baseline of asynclint",
        "{\"version\": 9, \"findings\": []} | b.json:1:13: was made by a later version",
        "{\"version\": 1, \"findings\": [\\n{}]} | b.json:2:1: this entry of 'findings' lacks",
        "{\"version\": 1, \"findings\": [\\n 7]} | b.json:2:2: an entry of 'findings' is an object",
        "{\"version\": \"1\", \"findings\": []} | b.json:1:13: 'version' is a number",
        "{\"version\": 1, \"findings\": {}} | b.json:1:28: 'findings' is an array",
        "{\"version\": 1} | b.json:1:1: is no baseline of asynclint",
        "{\"version\": 1, \"findings\": []}\\n{} | b.json:2:1: something stands behind the end",
        "{\"version\": 1, \"findings\": [ | b.json:1:",
        "'' | b.json:1:1: is no baseline of asynclint",
        "<<<<<<< HEAD | b.json:1:1: is no JSON: ",
      })
  void baselineThatIsDamagedEndsWithTwo(String text, String expected) throws IOException {
    Files.writeString(folder.resolve("b.json"), text.replace("\\n", "\n"));

    Run run = scan("--baseline=b.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("asynclint: " + expected).doesNotContain("Source");
    assertThat(scan("--baseline=none.json").err()).contains("none.json: cannot be read");
  }

  @Test
  void sinceReportsWhatChangedLinesTakePartIn() throws Exception {
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "Start");
    assertThat(scan("--since=HEAD").status()).isZero();

    write("Waits.java", withFresh(WAITS));
    assertThat(scan("--since=HEAD").out().lines())
        .singleElement()
        .asString()
        .startsWith("src/shop/Waits.java:14");

    String renamed = "        // comes later\n";
    write("Waits.java", WAITS.replace("Helper.ask(other)", "Helper.ask( other)") + renamed);
    assertThat(scan("--since=HEAD").out().lines())
        .as("the path to the wait in Helper passes through a changed line")
        .singleElement()
        .asString()
        .startsWith("src/shop/Helper.java:7");

    write("Waits.java", WAITS);
    write("New.java", WAITS.replace("Waits", "New").replace("Helper.ask(other)", "\"\""));
    assertThat(scan("--since=HEAD").out().lines())
        .singleElement()
        .asString()
        .startsWith("src/shop/New.java:7");
  }

  @Test
  void sinceSaysWhatAShallowCloneLacks() throws Exception {
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-qm", "Start");
    git("commit", "-q", "--allow-empty", "-m", "Go on");
    Path head = folder.resolve(".git/refs/heads/main");
    Files.copy(head, folder.resolve(".git/shallow"));

    Run run = scan("--since=HEAD~1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--since HEAD~1: git knows no such commit here: this clone");
  }

  @Test
  void sinceNeedsACommit() throws Exception {
    assertThat(scan("--since=HEAD").err()).contains("--since HEAD: git reads no repository here");
    git("init", "-q");
    Run run = scan("--since=nope");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--since nope: git knows no such commit here");
    assertThat(run.err()).doesNotContain("unshallow");
    assertThat(scan("--since=--output=x").status()).isEqualTo(2);
  }
}
