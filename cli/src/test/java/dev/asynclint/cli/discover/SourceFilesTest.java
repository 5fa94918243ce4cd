package dev.asynclint.cli.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.engine.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {
  @TempDir private Path folder;
  private final List<String> excludes = new ArrayList<>();
  private boolean ignoreFiles = true;
  private boolean tests;

  @Test
  void namesStartFromTheWorkingDirectoryAndAreInOrder() throws Exception {
    files("b/B.java", "a/A.java", "a/notes.txt");
    assertThat(names(".")).containsExactly("a/A.java", "b/B.java");
    assertThat(names("b", "a/A.java")).containsExactly("a/A.java", "b/B.java");
    assertThat(names(folder.resolve("a").toString())).containsExactly("a/A.java");
  }

  @Test
  void namesOutsideTheWorkingDirectoryStartAsWritten() throws Exception {
    files("work/A.java", "other/src/B.java");
    SourceFiles found = find(folder.resolve("work"), "../other");
    assertThat(names(found)).containsExactly("../other/src/B.java");
    assertThat(found.root()).isEqualTo(folder.resolve("other"));
  }

  @Test
  void fileReachedTwiceIsReadOnce() throws Exception {
    files("a/A.java");
    Files.createSymbolicLink(folder.resolve("a/Again.java"), Path.of("A.java"));
    Files.createSymbolicLink(folder.resolve("0"), Path.of("a"));
    assertThat(names(".", "a", "./a/../a/A.java")).containsExactly("a/A.java");
  }

  @Test
  void linkedFolderIsReadUnderTheNameOfTheLink() throws Exception {
    files("shared/A.java", "work/B.java");
    Files.createSymbolicLink(folder.resolve("work/linked"), Path.of("../shared"));
    assertThat(names(find(folder.resolve("work"), "."))).containsExactly("B.java", "linked/A.java");
  }

  @Test
  void loopOfLinksIsOneMessageAndNotFollowed() throws Exception {
    files("a/A.java");
    Files.createSymbolicLink(folder.resolve("a/up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
    SourceFiles found = find(folder, ".");
    assertThat(names(found)).containsExactly("a/A.java");
    assertThat(found.problems()).extracting(Problem::file).containsExactly("a/up", "self");
    assertThat(found.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.SKIPPED);
              assertThat(problem.message()).startsWith("symbolic link loop, not followed");
            });
  }

  @Test
  void linkThatLeadsNowhereIsUnreadable() throws Exception {
    files("A.java");
    Files.createSymbolicLink(folder.resolve("B.java"), Path.of("Gone.java"));
    SourceFiles found = find(folder, ".");
    assertThat(names(found)).containsExactly("A.java");
    assertThat(found.problems())
        .containsExactly(
            new Problem(
                "B.java", 0, 0, "this symbolic link leads nowhere", Problem.Kind.UNREADABLE));
  }

  @Test
  void folderNamedLikeAFileIsAFolder() throws Exception {
    files("a.java/B.java");
    assertThat(names(".")).containsExactly("a.java/B.java");
  }

  @Test
  void ignoreFilesHoldUnlessSwitchedOff() throws Exception {
    files(".git/HEAD", "gen/A.java", "src/B.java", "src/Skip.java", "src/deep/Skip.java");
    Files.writeString(folder.resolve(".gitignore"), "/gen\n");
    Files.writeString(folder.resolve("src/.gitignore"), "Skip.java\n");
    Files.writeString(folder.resolve("src/deep/.gitignore"), "!Skip.java\n");
    assertThat(names(".")).containsExactly("src/B.java", "src/deep/Skip.java");
    assertThat(names("src/deep")).containsExactly("src/deep/Skip.java");
    assertThat(names("src/Skip.java", "gen")).containsExactly("gen/A.java", "src/Skip.java");
    ignoreFiles = false;
    assertThat(names(".")).hasSize(4);
  }

  @Test
  void buildOutputIsPassedOverWhereABuildFileStands() throws Exception {
    files("m/pom.xml", "m/target/gen/A.java", "m/src/B.java", "target/C.java", "g/build.gradle");
    files("g/build/D.java");
    assertThat(names(".")).containsExactly("m/src/B.java", "target/C.java");
  }

  @Test
  void resourcesArePassedOver() throws Exception {
    files("m/src/main/resources/template/src/main/java/A.java", "m/src/test/resources/B.java");
    files("m/src/main/java/resources/C.java", "m/resources/D.java");
    assertThat(names("."))
        .containsExactly("m/resources/D.java", "m/src/main/java/resources/C.java");
    assertThat(names("m/src/main/resources")).hasSize(1);
    ignoreFiles = false;
    assertThat(names(".")).hasSize(3);
  }

  @Test
  void excludesAreStrongerThanIgnoreFiles() throws Exception {
    files(".git/HEAD", "a/A.java", "a/gen/B.java", "gen/C.java");
    Files.writeString(folder.resolve("a/.gitignore"), "!gen\n");
    excludes.add("gen/");
    assertThat(names(".")).containsExactly("a/A.java");
  }

  @Test
  void testSourcesAreCountedUnlessAskedFor() throws Exception {
    files("src/main/java/A.java", "src/test/java/B.java", "src/test/java/CTest.java");
    SourceFiles found = find(folder, ".");
    assertThat(names(found)).containsExactly("src/main/java/A.java");
    assertThat(found.testsSkipped()).isEqualTo(2);
    assertThat(names("src/test/java")).hasSize(2);
    assertThat(names(".", "src/test/java/B.java")).hasSize(2);
    assertThat(find(folder, "src/test/java").tests()).hasSize(2);
    tests = true;
    assertThat(names(".")).hasSize(3);
    assertThat(find(folder, ".").tests())
        .containsExactlyInAnyOrder("src/test/java/B.java", "src/test/java/CTest.java");
    assertThat(find(folder, ".").testsSkipped()).isZero();
  }

  @Test
  void everyMissingPathIsTold() throws Exception {
    files("A.java", "notes.txt");
    Files.createSymbolicLink(folder.resolve("dead"), Path.of("gone"));
    assertThatThrownBy(() -> find(folder, "A.java", "nowhere", "dead", "notes.txt"))
        .isInstanceOf(NoSuchPathException.class)
        .hasMessage(
            "nowhere: no such file or directory\n"
                + "dead: this symbolic link leads nowhere\n"
                + "notes.txt: neither a directory nor a .java file");
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  private List<String> names(String... paths) throws NoSuchPathException {
    return names(find(folder, paths));
  }

  private static List<String> names(SourceFiles files) {
    return files.sources().stream().map(Source::name).toList();
  }

  private SourceFiles find(Path directory, String... paths) throws NoSuchPathException {
    return SourceFiles.find(
        new SourceFiles.Query(directory, List.of(paths), excludes, ignoreFiles, tests));
  }
}
