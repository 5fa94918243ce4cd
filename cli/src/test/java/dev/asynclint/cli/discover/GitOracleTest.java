package dev.asynclint.cli.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asynclint.core.engine.FrontEnd.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random trees with random ignore files: what git lists is what a scan reads. */
final class GitOracleTest {
  private static final List<String> NAMES = List.of("a", "b", "ab", "a.b", "gen", "A[x]");
  private static final List<String> PIECES =
      List.of(
          "a", "b", "ab", "*", "?", "**", "gen", "a*", "*b", "[ab]", "[!a]", "\\a", "a.b", "*.*");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("seeds")
  void treeIsReadAsGitListsIt(long seed) throws Exception {
    assumeTrue(git("init", "-q").isPresent(), "needs git");
    Random random = new Random(seed);
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      file(path(random) + ".java", "");
    }
    for (int i = 0; i < 4; i++) {
      String where = i == 0 ? "" : path(random) + "/";
      String text = lines(random);
      file(where + ".gitignore", text);
      story.append(where).append(".gitignore:\n").append(text).append('\n');
    }
    List<String> found =
        SourceFiles.find(new SourceFiles.Query(folder, List.of("."), List.of(), true, true))
            .sources()
            .stream()
            .map(Source::name)
            .toList();
    List<String> listed =
        git("-c", "core.quotePath=false", "ls-files", "-co", "--exclude-standard", "--", "*.java")
            .orElseThrow()
            .lines()
            .sorted()
            .toList();
    assertThat(found).as(story.toString()).containsExactlyElementsOf(listed);
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static String path(Random random) {
    List<String> parts = new ArrayList<>();
    for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
      parts.add(NAMES.get(random.nextInt(NAMES.size())));
    }
    return String.join("/", parts);
  }

  private static String lines(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      lines.append(random.nextInt(4) == 0 ? "!" : "").append(random.nextInt(4) == 0 ? "/" : "");
      List<String> parts = new ArrayList<>();
      for (int depth = 1 + random.nextInt(2); depth > 0; depth--) {
        parts.add(PIECES.get(random.nextInt(PIECES.size())));
      }
      lines.append(String.join("/", parts));
      lines.append(random.nextBoolean() ? ".java" : random.nextBoolean() ? "/" : "").append('\n');
    }
    return lines.toString();
  }

  private void file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Optional<String> git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
