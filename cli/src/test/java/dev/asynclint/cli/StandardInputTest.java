package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of a text that is not on the disk, as editors ask for. */
class StandardInputTest {
  private static final String SLEEPS =
      """
      class Work {
        java.util.concurrent.CompletableFuture<Void> later() {
          return java.util.concurrent.CompletableFuture.runAsync(() -> Helper.nap());
        }
      }
      """;

  private static final String HELPER =
      """
      class Helper {
        static void nap() {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      }
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void standsForAFileThatIsNotThere() {
    int status = scan(SLEEPS + HELPER, "--stdin-filename", "src/Work.java");

    assertThat(status).isEqualTo(ExitStatus.FINDINGS);
    assertThat(out.toString()).contains("src/Work.java", "[common-pool-blocking]");
  }

  @Test
  void takesThePlaceOfTheFileThatIs() throws Exception {
    Files.writeString(folder.resolve("Helper.java"), HELPER);
    Files.writeString(folder.resolve("Work.java"), "class Work {}\n");

    scan(SLEEPS, "--stdin-filename", "Work.java", ".");

    assertThat(out.toString()).contains("Helper.java", "Work.java:3", "[common-pool-blocking]");
    assertThat(err.toString()).contains("scanned 2 files");
  }

  @Test
  void isNoJavaFile() {
    assertThat(scan("", "--stdin-filename", "notes.txt")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--stdin-filename notes.txt: the name of a .java file is needed");
  }

  @Test
  void cannotBeMended() {
    assertThat(scan(SLEEPS, "--stdin-filename", "Work.java", "--fix")).isEqualTo(2);
    assertThat(err.toString()).contains("--fix cannot go with --stdin-filename");
  }

  private int scan(String text, String... arguments) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            folder,
            Map.of(),
            false,
            false);
    String[] all = new String[arguments.length + 1];
    all[0] = "scan";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Commands(terminal, Parts.shipped()).run(all);
  }
}
