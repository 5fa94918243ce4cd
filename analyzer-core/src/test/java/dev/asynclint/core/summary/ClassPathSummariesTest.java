package dev.asynclint.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathSummariesTest {
  @TempDir private Path folder;

  private static String text(String kind) {
    return SummaryText.write(
        List.of(
            new CallableSummary("a.B.c()", true, "future", Optional.empty(), false, List.of(kind)),
            new CallableSummary(
                "a.B." + kind + "()", true, kind, Optional.empty(), false, List.of("x"))));
  }

  private Path classes(String name, String text) throws IOException {
    Path file = folder.resolve(name).resolve(SummaryText.PATH);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return folder.resolve(name);
  }

  private Path jar(String name, String entry, String text) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void jarsAndFoldersAddUpAndTheFirstHolds() throws IOException {
    ClassPathSummaries read =
        ClassPathSummaries.of(
            List.of(
                classes("classes", text("latch")), jar("a.jar", SummaryText.PATH, text("queue"))));

    assertThat(read.problems()).isEmpty();
    assertThat(read.summaries().of("a.B.c()"))
        .extracting(s -> s.way().get(0))
        .containsOnly("latch");
    assertThat(read.summaries().of("a.B.latch()")).hasSize(1);
    assertThat(read.summaries().of("a.B.queue()")).hasSize(1);
    assertThat(read.summaries().of("a.B.d()")).isEmpty();
  }

  @Test
  void whatHasNoneIsPassedOver() throws IOException {
    ClassPathSummaries read =
        ClassPathSummaries.of(
            List.of(
                jar("plain.jar", "a/B.class", ""),
                Files.createDirectory(folder.resolve("empty")),
                Files.writeString(folder.resolve("no.jar"), "no jar"),
                folder.resolve("missing.jar")));

    assertThat(read.problems()).isEmpty();
    assertThat(read.summaries().isEmpty()).isTrue();
  }

  @Test
  void damagedEntryIsToldAndOthersCount() throws IOException {
    Path broken = classes("broken", "\u0000");
    Path latin = folder.resolve("latin");
    Files.createDirectories(latin.resolve(SummaryText.PATH).getParent());
    Files.write(latin.resolve(SummaryText.PATH), new byte[] {(byte) 0xE9});

    ClassPathSummaries read =
        ClassPathSummaries.of(List.of(broken, latin, classes("good", text("latch"))));

    assertThat(read.problems())
        .containsExactly(
            "the summaries in " + broken + " are damaged in line 1; they are left out",
            "the summaries in " + latin + " are no text; they are left out");
    assertThat(read.summaries().of("a.B.c()")).hasSize(1);
  }
}
