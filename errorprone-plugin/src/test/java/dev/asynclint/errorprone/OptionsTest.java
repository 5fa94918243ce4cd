package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  private static final String DRIVER =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      class Entry {
        interface Driver { String ask(String what); }
        CompletableFuture<String> start(Driver driver) {
          return CompletableFuture.supplyAsync(() -> driver.ask("name"));
        }
      }
      """;

  @TempDir private Path folder;

  private Javac.Outcome compile(String... options) {
    return new Javac(folder).file("shop/Entry.java", DRIVER).with(options).compile();
  }

  @Test
  void nothingIsSaidOfGoodOptions() {
    Path sarif = folder.resolve("out/report.sarif");

    assertThat(compile("-XepOpt:AsyncLint:Release=17", "-XepOpt:AsyncLint:Sarif=" + sarif).lines())
        .isEmpty();
    assertThat(sarif).exists();
  }

  @Test
  void unknownOptionsAreToldWithTheOneThatWasMeant() {
    Javac.Outcome outcome = compile("-XepOpt:AsyncLint:Realease=17", "-XepOpt:AsyncLint:Zoo=1");

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.lines()).hasSize(2);
    assertThat(outcome.lines())
        .anyMatch(line -> line.contains("AsyncLint:Realease; did you mean Release?"))
        .anyMatch(
            line -> line.contains("AsyncLint:Zoo; there are Budgets:NAME, Config, Knowledge"));
  }

  @Test
  void releaseMustBeANumber() {
    assertThat(compile("-XepOpt:AsyncLint:Release=seventeen").lines())
        .singleElement()
        .asString()
        .contains("Release=seventeen is no Java release");
  }

  @Test
  void usersKnowledgeCounts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.knowledge"),
            """
            library shop 1
            type shop.Entry.Driver
              ask(what)  blocks database
            """);

    assertThat(compile("-XepOpt:AsyncLint:Knowledge=" + file).lines())
        .singleElement()
        .asString()
        .contains("Entry.java:6", "Driver.ask");
  }

  @Test
  void brokenKnowledgeIsOneMessage() throws IOException {
    Path broken =
        Files.writeString(folder.resolve("bad.knowledge"), "library shop 1\ntype shop.X is nice\n");
    Path missing = folder.resolve("none.knowledge");

    Javac.Outcome outcome = compile("-XepOpt:AsyncLint:Knowledge=" + broken + "," + missing);

    assertThat(outcome.succeeded()).isTrue();
    List<String> said = outcome.lines();
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains("bad.knowledge:2:", "none.knowledge: cannot be read");
  }

  @Test
  void reportThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Javac.Outcome outcome = compile("-XepOpt:AsyncLint:Sarif=" + file.resolve("report.sarif"));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.lines()).singleElement().asString().contains("cannot write ");
  }
}
