package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.summary.CallableSummary;
import dev.asynclint.core.summary.SummaryText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of a program whose library says what its callables wait for. */
final class LibrarySummariesTest {
  @TempDir private Path folder;

  @BeforeEach
  void programAndLibrary() throws IOException {
    Path store =
        write(
            "library/store/Store.java",
            "package store; public class Store {\n"
                + "  public static String load(int id) { return \"\"; }\n}\n");
    Files.createDirectory(folder.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.resolve("classes").toString(), store.toString());
    assertThat(status).isZero();
    write(
        "src/Entry.java",
        """
        import java.util.concurrent.CompletableFuture;

        final class Entry {
          void run() {
            CompletableFuture.supplyAsync(() -> store.Store.load(1));
          }
        }
        """);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void summaries(String text) throws IOException {
    write("classes/" + SummaryText.PATH, text);
  }

  private static String load() {
    return SummaryText.write(
        List.of(
            new CallableSummary(
                "store.Store.load(int)",
                false,
                "database",
                Optional.empty(),
                false,
                List.of("Store.java:2 'Statement.execute' blocks here"))));
  }

  @Test
  void helperOfTheLibraryCountsAndItsWayIsShown() throws IOException {
    assertThat(scan().out()).contains("no findings");

    summaries(load());

    assertThat(scan().out())
        .contains("[common-pool-blocking]: 'Store.load' blocks the CPU pool")
        .contains("calls Store.load of another module")
        .contains("Store.java:2 'Statement.execute' blocks here");
  }

  @Test
  void ownSourcesWinOverTheLibrary() throws IOException {
    summaries(load());
    write("src/store/Store.java", Files.readString(folder.resolve("library/store/Store.java")));

    assertThat(scan().out()).contains("no findings");
  }

  @Test
  void damageIsToldAndChangesNoStatus() throws IOException {
    summaries(load().replace("summaries 1", "summaries 9"));

    Run run = scan();

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("classes have version 9", "they are left out");
  }

  private record Run(int status, String out, String err) {}

  private Run scan() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false, false);
    int status =
        new Commands(terminal, Parts.shipped())
            .run(
                "scan",
                "src",
                "--select",
                "blocking",
                "--classpath",
                folder.resolve("classes").toString());
    return new Run(status, out.toString(), err.toString());
  }
}
