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

  /** A link within the repository, without its fragment. */
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?![a-z]+:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

  private static final Pattern KNOWS_NO_API =
      Pattern.compile("^(?:analyzer-core|rules)/src/main/java/");

  /**
   * A literal that names a type of a library. Those of java.lang belong to the language, and the
   * types of time limits to the format of knowledge itself.
   */
  private static final Pattern API_NAME =
      Pattern.compile(
          "\"(?:java\\.(?!lang\\.[A-Z]|time\\.Duration\"|util\\.concurrent\\.TimeUnit\")"
              + "|(?:javax|jakarta|io|reactor|org|com|rx)\\.)[\\w.]*\\.?[A-Z]\\w*");

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
  void apiNamesStandInKnowledgeAlone() {
    List<String> named =
        SourceTree.ownJava().stream()
            .filter(file -> KNOWS_NO_API.matcher(SourceTree.name(file)).find())
            .flatMap(
                file ->
                    API_NAME
                        .matcher(withoutDocumentation(SourceTree.text(file)))
                        .results()
                        .map(hit -> SourceTree.name(file) + ": " + hit.group()))
            .toList();

    assertThat(named).as("names of library types outside knowledge files").isEmpty();
  }

  @Test
  void linksInDocumentsLeadSomewhere() {
    List<String> broken =
        SourceTree.files().stream()
            .filter(file -> file.toString().endsWith(".md"))
            .flatMap(
                file ->
                    LINK.matcher(SourceTree.text(file))
                        .results()
                        .map(hit -> hit.group(1))
                        .filter(target -> !Files.exists(file.resolveSibling(target)))
                        .map(target -> SourceTree.name(file) + ": " + target))
            .toList();

    assertThat(broken).isEmpty();
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

  /** What follows the annotation of a rule: its examples import what they like. */
  private static String withoutDocumentation(String text) {
    int body = text.indexOf("\npublic final class ");
    return text.contains("\n@AsyncRule(") && body >= 0 ? text.substring(body) : text;
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
