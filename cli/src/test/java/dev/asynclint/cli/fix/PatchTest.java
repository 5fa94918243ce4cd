package dev.asynclint.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches of random edits, applied by git. */
class PatchTest {
  private static final int PATCHES = 60;
  private static final List<String> INSERTS =
      List.of("", "x", "one\n", "\n", "one\ntwo\n", "\none\ntwo", "a\nb\nc\nd");

  @TempDir private Path folder;

  @Test
  void gitMakesTheSameOfThem() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < PATCHES; i++) {
      String text = text(random);
      FixedFile file = new FixedFile("a dir/F " + i + ".java", folder, text, edits(text, random));
      assertThat(applied(file)).as(Patch.of(file)).isEqualTo(file.after());
    }
  }

  @Test
  void linesOfWindowsStayThose() {
    FixedFile file =
        new FixedFile("A", folder, "a\r\nb\r\n", List.of(new Finding.Edit("A", 3, 3, "x\ny\n")));

    assertThat(file.after()).isEqualTo("a\r\nx\r\ny\r\nb\r\n");
  }

  @Test
  void markOfTheByteOrderStays() {
    FixedFile file =
        new FixedFile("A", folder, "\uFEFFabc", List.of(new Finding.Edit("A", 1, 2, "")));

    assertThat(file.after()).isEqualTo("\uFEFFac");
  }

  @Test
  void editsThatChangeNothingAreNoPatch() {
    assertThat(
            Patch.of(
                new FixedFile("A", folder, "abc\n", List.of(new Finding.Edit("A", 1, 2, "b")))))
        .isEmpty();
  }

  private String applied(FixedFile file) throws IOException, InterruptedException {
    Path target = folder.resolve(file.name());
    Files.createDirectories(target.getParent());
    Files.writeString(target, file.before());
    Path patch = Files.writeString(folder.resolve("patch"), Patch.of(file));
    if (Files.size(patch) == 0) {
      return Files.readString(target);
    }
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", "patch")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes());
    assertThat(git.waitFor()).as(said + Patch.of(file)).isZero();
    return Files.readString(target);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
    int lines = random.nextInt(40);
    for (int i = 0; i < lines; i++) {
      text.append(random.nextInt(5) == 0 ? "" : "line " + random.nextInt(9)).append(end);
    }
    return random.nextBoolean() ? text.append("last").toString() : text.toString();
  }

  private static List<Finding.Edit> edits(String text, Random random) {
    List<Finding.Edit> edits = new ArrayList<>();
    int length = text.length() - (text.startsWith("\uFEFF") ? 1 : 0);
    int at = random.nextInt(30);
    while (at < length && edits.size() < 5) {
      int end = Math.min(at + random.nextInt(20), length);
      edits.add(new Finding.Edit("F", at, end, INSERTS.get(random.nextInt(INSERTS.size()))));
      at = end + 1 + random.nextInt(60);
    }
    return edits;
  }
}
