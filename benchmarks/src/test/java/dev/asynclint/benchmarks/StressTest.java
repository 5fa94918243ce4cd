package dev.asynclint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the stress tests of the parts without locks, for a limited time. */
@Tag("slow")
class StressTest {

  @Test
  void noForbiddenOutcomeIsSeen(@TempDir Path folder) throws Exception {
    File output = folder.resolve("output").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-m",
                "quick",
                "-sc",
                "false",
                "-c",
                "2",
                "-r",
                folder.resolve("results").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = process.waitFor(20, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();
    assertThat(ended).as("it has ended").isTrue();
    assertThat(output)
        .content()
        .contains("Failed tests: No matches.", "Error tests: No matches.")
        .contains("All remaining tests: 12 matching test results.");
    assertThat(process.exitValue()).isZero();
  }
}
