package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run in a process of its own, whose memory is too small for anything to be left behind. */
@Tag("slow")
class SoakTest {
  private static final String HEAP = "-Xmx96m";

  @Test
  void aMillionTasksLeaveNothingBehind(@TempDir Path folder) throws Exception {
    File output = folder.resolve("output").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Soak.class.getName(),
                "1000000",
                "100000",
                "7")
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();
    assertThat(output)
        .content()
        .as("what the process said; it has ended: %s", ended)
        .contains("tasks 1000000, timers armed at once 100000")
        .contains("left: 0 tasks, 0 waiters, 0 timers, 0 permits out, 0 elements");
    assertThat(process.exitValue()).isZero();
  }
}
