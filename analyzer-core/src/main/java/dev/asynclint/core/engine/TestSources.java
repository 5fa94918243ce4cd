package dev.asynclint.core.engine;

import java.util.regex.Pattern;

/**
 * Tells test sources and examples by where they stand and, outside a standard layout, by their
 * names.
 */
public final class TestSources {
  private static final String MAIN = "src/main/";

  /** Source sets of Maven and Gradle, and the folders of layouts that have none. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?:.*/)?(?:src/(?:it|jmh|perf|(?:test|integration|functional)[^/]*|[^/]*Test|[^/]*Tests)"
              + "|test|tests|javatests|androidTest)/.*");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:.*/)?(?:[^/]*(?:Test|Tests|TestCase|[a-z0-9]IT|ITCase)|Test[A-Z][^/]*)\\.java");

  /** Modules of tests, and modules and packages of examples, whatever source set they use. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?:.*/)?(?:[^/]*-)?(?:examples?|samples?|(?:acceptance|integration|functional|e2e)-tests?)/.*");

  private TestSources() {}

  /**
   * Whether a path is a test source.
   *
   * @param relative path with {@code /}; of a folder, with one at the end
   */
  public static boolean contain(String relative) {
    boolean mayBeExample = relative.contains("ample") || relative.contains("test");
    if (mayBeExample && EXAMPLE.matcher(relative).matches()) {
      return true;
    }
    if (relative.startsWith(MAIN) || relative.contains("/" + MAIN)) {
      return false;
    }
    return FOLDER.matcher(relative).matches() || NAME.matcher(relative).matches();
  }
}
