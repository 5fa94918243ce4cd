package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void earlierReport() throws IOException {
    target = Files.writeString(folder.resolve("out.txt"), "earlier");
  }

  @Test
  void reportReplacesAnEarlierOne() throws IOException {
    new ReportFile(target).write((result, out) -> out.write("now"), null);
    assertThat(target).hasContent("now");
  }

  @Test
  void reportThatFailsLeavesTheEarlierOne() throws IOException {
    Report failing =
        (result, out) -> {
          out.write("x".repeat(100_000));
          throw new IOException("the disk is full");
        };
    assertThatThrownBy(() -> new ReportFile(target).write(failing, null))
        .hasMessage("the disk is full");
    assertThat(target).hasContent("earlier");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void whatAKilledProcessLeftIsNotInTheWay() throws IOException {
    Path left =
        Files.writeString(folder.resolve(".out.txt." + ProcessHandle.current().pid()), "half");
    new ReportFile(target).write((result, out) -> out.write("now"), null);
    assertThat(target).hasContent("now");
    assertThat(left).hasContent("half");
  }

  @Test
  void linkStaysALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), target.getFileName());
    new ReportFile(link).write((result, out) -> out.write("now"), null);
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("now");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void deviceStaysADevice() throws IOException {
    Path device = Path.of("/dev/null");
    new ReportFile(device).write((result, out) -> out.write("now"), null);
    assertThat(Files.isRegularFile(device)).isFalse();
  }
}
