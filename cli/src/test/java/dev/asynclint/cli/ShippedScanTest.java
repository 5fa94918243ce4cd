package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line with all that ships: good code beside everything that goes wrong in a tree. */
final class ShippedScanTest {
  private static final String WAITS =
      """
      import java.util.concurrent.CompletableFuture;

      final class Waits {
        void run(CompletableFuture<String> other) {
          CompletableFuture.supplyAsync(() -> other.join());
        }
      }
      """;
  private static final String FINDING = "src/Waits.java:5:47: warning[common-pool-blocking]";

  @TempDir private Path folder;

  private record Run(int status, String out, List<String> err) {}

  /** Something a tree may hold, and what is said of it. */
  private enum Trouble {
    BINARY(3, "src/Bad.java: is a binary file"),
    SYNTAX(3, "src/Bad.java:2:"),
    LATIN_1(3, "src/Bad.java: is not UTF-8"),
    DEAD_LINK(3, "src/Bad.java: this symbolic link leads nowhere"),
    LINK_LOOP(1, "src/loop: symbolic link loop"),
    EMPTY(1, ""),
    DEEP(1, ""),
    BYTE_ORDER_MARK(1, "");

    final int status;
    final String message;

    Trouble(int status, String message) {
      this.status = status;
      this.message = message;
    }

    void make(Path folder) throws IOException {
      Path bad = folder.resolve("Bad.java");
      switch (this) {
        case BINARY -> Files.write(bad, new byte[] {0, 1, 2, (byte) 0xCA, (byte) 0xFE, 0, 0, 7});
        case SYNTAX -> Files.writeString(bad, "class Bad {\n  int x = ;\n}\n");
        case LATIN_1 -> Files.write(bad, new byte[] {'/', '/', ' ', (byte) 0xE9, '\n'});
        case DEAD_LINK -> Files.createSymbolicLink(bad, Path.of("nowhere"));
        case LINK_LOOP -> Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
        case EMPTY -> Files.createFile(bad);
        case DEEP ->
            Files.writeString(
                bad, "class Bad { int x = " + "(".repeat(10_000) + 1 + ")".repeat(10_000) + "; }");
        case BYTE_ORDER_MARK -> Files.writeString(bad, "\uFEFFclass Bad {}\n");
      }
    }
  }

  @BeforeEach
  void goodFile() throws IOException {
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/Waits.java"), WAITS);
  }

  @ParameterizedTest
  @EnumSource
  void troubleIsOneMessageAndOtherFindingsStay(Trouble trouble) throws IOException {
    trouble.make(folder.resolve("src"));
    Run run = run("scan", "src", "-q", "--select", "blocking", "--format", "concise");
    assertThat(run.out()).startsWith(FINDING).hasLineCount(1);
    assertThat(run.status()).isEqualTo(trouble.status);
    if (trouble.message.isEmpty()) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err()).singleElement().asString().contains(trouble.message);
    }
  }

  @Test
  void threadsAndClassPathDiscoveryDoNotChangeTheReport() {
    String one = run("scan", "src", "-j", "1", "--format", "json").out();
    assertThat(one).contains("\"common-pool-blocking\"").contains("\"callsResolved\": 100.0");
    assertThat(run("scan", "src", "-j", "8", "--format", "json").out()).isEqualTo(one);
    assertThat(run("scan", "src", "--no-classpath-discovery", "--format", "json").out())
        .isEqualTo(one);
  }

  @Test
  void dialectsAndReleaseAreTold() throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><properties><maven.compiler.release>21</maven.compiler.release>"
            + "</properties></project>");
    assertThat(run("scan", "src").out())
        .contains("dialects: completable-future")
        .contains("read 1 file, ")
        .contains("for Java 21");
  }

  @Test
  void everyInstalledRuleCanBeExplained() {
    List<String> rules = run("rules").out().lines().map(line -> line.split(" ")[0]).toList();
    assertThat(rules).contains("blocking-call-in-async", "await-while-locked");
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(run("explain", rule).out())
                    .startsWith(rule)
                    .contains("Why", "Bad", "Good", "When not"));
  }

  private Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false, false);
    int status = new Commands(terminal, Parts.shipped()).run(arguments);
    return new Run(status, out.toString(), err.toString().lines().toList());
  }
}
