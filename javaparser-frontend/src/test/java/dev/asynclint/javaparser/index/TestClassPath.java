package dev.asynclint.javaparser.index;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/** The class path the tests run with. */
final class TestClassPath {
  private TestClassPath() {}

  /** Its jars. */
  static List<String> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .toList();
  }
}
