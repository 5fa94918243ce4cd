package dev.asynclint.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the project that uses the plugin of the compiler through Gradle, where Gradle is. */
@Tag("slow")
class GradleConsumerTest {
  private static final Path CONSUMER = Path.of("consumers/gradle");

  @TempDir private Path folder;

  @Test
  void showsTheWayAndKeepsAReport() throws Exception {
    assumeTrue(isThere(), "no gradle on the path");
    LocalRepository repository = LocalRepository.in(Path.of("target/of-gradle"));
    LocalRepository.copy(CONSUMER, folder);
    Path log = Files.createTempFile("gradle", ".txt");
    Process gradle =
        new ProcessBuilder(
                "gradle",
                "--offline",
                "--no-daemon",
                "-PlocalRepository=" + repository.folder().toUri(),
                "compileJava")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(gradle.waitFor(5, TimeUnit.MINUTES)).as("gradle ends").isTrue();
      assertThat(log)
          .content()
          .contains("BUILD SUCCESSFUL", "Receipts.java:14:", "[CommonPoolBlocking]")
          .contains("path: 1  Checkout.java:8", "Checkout.java:8     calls Receipts.print");
      assertThat(folder.resolve("build/asynclint.sarif"))
          .content()
          .contains("\"ruleId\": \"common-pool-blocking\"", "Receipts.java");
    } finally {
      gradle.destroyForcibly();
      Files.delete(log);
    }
  }

  @Test
  void readmeShowsWhatIsBuilt() throws IOException {
    List<String> lines = Files.readAllLines(CONSUMER.resolve("build.gradle"));
    String shown =
        lines.stream()
            .dropWhile(line -> !line.startsWith("configurations"))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("../README.md"))).contains(shown);
  }

  private static boolean isThere() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(one -> Files.isExecutable(Path.of(one, "gradle")));
  }
}
