package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements about findings inside a compiler. */
class SuppressionTest {
  @TempDir private Path folder;

  private List<String> compile(String before, String behind) {
    String text =
        """
        package shop;
        import java.util.concurrent.CompletableFuture;
        class Entry {
          %s
          CompletableFuture<String> start(CompletableFuture<String> other) {
            return CompletableFuture.supplyAsync(() -> other.join()); %s
          }
        }
        """
            .formatted(before, behind);
    return new Javac(folder)
        .file("shop/Entry.java", text)
        .with("-XepDisableAllChecks", "-Xep:CommonPoolBlocking:WARN", "-Xep:UnusedSuppression:WARN")
        .compile()
        .lines();
  }

  @Test
  void bothWaysHide() {
    assertThat(compile("", "")).hasSize(1);
    assertThat(compile("", "// asynclint: ignore common-pool-blocking -- it is complete"))
        .isEmpty();
    assertThat(compile("@SuppressWarnings(\"asynclint:common-pool-blocking\")", "")).isEmpty();
    assertThat(compile("@SuppressWarnings(\"CommonPoolBlocking\")", "")).isEmpty();
  }

  @Test
  void commentThatCannotBeFollowedIsTold() {
    assertThat(compile("", "// asynclint: ignore common-pool-blocking"))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("WARNING Entry.java:6 [UnusedSuppression] this comment"));
  }

  @Test
  void statementInVainIsTold() {
    assertThat(compile("", "// asynclint: ignore thread-per-request -- so"))
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith("NOTE Entry.java:6 [asynclint:unused-suppression]")
                    && line.contains("'thread-per-request' finds nothing here"));
    assertThat(compile("", "// asynclint: ignore thread-per-reqest -- so"))
        .anyMatch(line -> line.contains("did you mean 'thread-per-request'?"));
  }

  @Test
  void statementForACheckThatIsOffIsNotInVain() {
    String text =
        """
        class Entry {
          java.util.concurrent.CompletableFuture<String> start(
              java.util.concurrent.CompletableFuture<String> other) {
            // asynclint: ignore implicit-common-pool, common-pool-blocking -- so
            return java.util.concurrent.CompletableFuture.supplyAsync(() -> other.join());
          }
        }
        """;
    assertThat(
            new Javac(folder)
                .file("Entry.java", text)
                .with("-XepDisableAllChecks", "-Xep:UnusedSuppression:WARN")
                .compile()
                .lines())
        .isEmpty();
  }

  @Test
  void fileAloneSaysTooLittleToCallAStatementVain() {
    assertThat(
            new Javac(folder)
                .file("A.java", "class A {\n  // asynclint: ignore busy-spin -- so\n  int x;\n}\n")
                .with("-XDcompilePolicy=byfile", "-XepDisableAllChecks")
                .with("-Xep:UnusedSuppression:WARN")
                .compile()
                .lines())
        .noneMatch(line -> line.contains("finds nothing here"));
  }
}
