package dev.asynclint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sizes and manners of source files. */
class SourceTreeTest {
  private static final int FILE_LINES = 300;
  private static final int RULE_LINES = 120;

  // In pieces, or this file would be the first to match.
  private static final Pattern LOCAL_PATH =
      Pattern.compile("(?<![\\w.~*)}>-])/(?:" + "work|tmp|home|Users|root" + ")/\\w+");

  private static final Pattern STATED_PACKAGE =
      Pattern.compile("\\A/\\*\\*[\\s*]+\\w[^@]*?\\.\\s[\\s\\S]*\\*/\\s+package ");

  @Test
  void thereAreSourceFiles() {
    assertThat(SourceTree.ownJava())
        .extracting(SourceTree::name)
        .contains("analyzer-core/src/main/java/dev/asynclint/core/ir/Unit.java");
  }

  @Test
  void filesAreSmall() {
    List<String> large =
        SourceTree.ownJava().stream()
            .filter(file -> lines(file) > (isRule(file) ? RULE_LINES : FILE_LINES))
            .map(file -> SourceTree.name(file) + ": " + lines(file) + " lines")
            .toList();

    assertThat(large)
        .as("at most %d lines a rule, %d a file: split by job", RULE_LINES, FILE_LINES)
        .isEmpty();
  }

  @Test
  void everyPackageStatesItsJob() {
    Set<String> packages =
        SourceTree.ownJava().stream()
            .map(file -> packageOf(file.getParent()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> stated =
        SourceTree.ownJava().stream()
            .filter(file -> file.endsWith("package-info.java"))
            .filter(file -> STATED_PACKAGE.matcher(SourceTree.text(file)).find())
            .map(file -> packageOf(file.getParent()))
            .collect(Collectors.toSet());

    packages.removeAll(stated);
    assertThat(packages).as("packages without a package-info.java that says something").isEmpty();
  }

  @Test
  void noFileNamesALocalPath() {
    List<String> found =
        SourceTree.files().stream()
            .flatMap(
                file ->
                    LOCAL_PATH
                        .matcher(SourceTree.text(file))
                        .results()
                        .map(hit -> SourceTree.name(file) + ": " + hit.group()))
            .toList();

    assertThat(found).as("paths that exist on one machine only").isEmpty();
  }

  @Test
  void javaFilesEndInOneLineFeedAndHoldNoTab() {
    List<String> untidy =
        SourceTree.ownJava().stream()
            .filter(
                file -> {
                  String text = SourceTree.text(file);
                  return !text.endsWith("\n") || text.indexOf('\t') >= 0 || text.contains("\r");
                })
            .map(SourceTree::name)
            .toList();

    assertThat(untidy).isEmpty();
  }

  @Test
  void scriptsCanBeRun() {
    Path script = SourceTree.root().resolve(".ci/run");

    assertThat(script).exists();
    assertThat(Files.isExecutable(script)).as("%s is executable", script.getFileName()).isTrue();
  }

  private static boolean isRule(Path file) {
    return SourceTree.name(file).startsWith("rules/src/main/")
        && SourceTree.text(file).contains("\n@AsyncRule(");
  }

  private static long lines(Path file) {
    return SourceTree.text(file).lines().count();
  }

  /** The module and package a folder of sources holds; main and test sources are one package. */
  private static String packageOf(Path folder) {
    return SourceTree.name(folder).replaceFirst("src/(?:main|test)/java/", "");
  }
}
