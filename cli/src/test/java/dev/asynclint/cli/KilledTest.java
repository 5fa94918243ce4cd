package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.report.ReportFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves each file as it was, or as it was to become. */
final class KilledTest {
  private static final int LENGTH = 400_000;
  private static final String OLD =
      "class A {\n  // asynclint: ignore blocking-call-in-async -- so\n  int x;\n}\n";
  private static final String NEW = "class A {\n  int x;\n}\n";

  @TempDir private Path folder;

  /** Writes one text and another in turn, and a byte after each. */
  static final class Writer {
    public static void main(String[] arguments) throws IOException {
      ReportFile file = new ReportFile(Path.of(arguments[0]));
      for (int i = 0; ; i++) {
        String text = text(i);
        file.write(out -> out.write(text));
        System.out.write('.');
        System.out.flush();
      }
    }
  }

  private static String text(int number) {
    return (number % 2 == 0 ? "a" : "b").repeat(LENGTH);
  }

  private Process java(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void fileIsTheOneTextOrTheOther() throws Exception {
    Path file = folder.resolve("out.txt");
    for (int writes = 1; writes <= 8; writes++) {
      Process process = java(Writer.class, file.toString());
      try (InputStream said = process.getInputStream()) {
        assertThat(said.readNBytes(writes)).as("it has begun").hasSize(writes);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(Files.readString(file)).as("after " + writes).isIn(text(0), text(1));
    }
  }

  @Test
  @Tag("slow")
  void everyFileIsMendedOrAsItWas() throws Exception {
    int files = 400;
    Set<Integer> mended = new HashSet<>();
    for (int kill = 0; kill < 4; kill++) {
      for (int i = 0; i < files; i++) {
        Files.writeString(file(i), OLD.replace("class A", "class A" + i));
      }
      Process process = java(Main.class, "scan", ".", "--fix", "-q");
      process.getInputStream().close();
      while (process.isAlive() && isOld(kill * 10)) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();

      int done = 0;
      for (int i = 0; i < files; i++) {
        String name = "class A" + i;
        assertThat(Files.readString(file(i)))
            .isIn(OLD.replace("class A", name), NEW.replace("class A", name));
        done += isOld(i) ? 0 : 1;
      }
      mended.add(done);
    }
    assertThat(mended).as("files mended when the process was killed").isNotEqualTo(Set.of(0));
  }

  private Path file(int number) {
    return folder.resolve("A%03d.java".formatted(number));
  }

  private boolean isOld(int number) throws IOException {
    return Files.readString(file(number)).contains("ignore");
  }
}
