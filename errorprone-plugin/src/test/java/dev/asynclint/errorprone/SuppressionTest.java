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
        .with("-XepDisableAllChecks", "-Xep:CommonPoolBlocking:WARN")
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
        .anyMatch(line -> line.startsWith("NOTE") && line.contains("Entry.java:6: this comment"));
  }
}
