package dev.asynclint.cli.discover;

import java.util.List;

/** Files that describe a build. */
final class BuildFiles {
  /** Their names, the one that says most first. */
  static final List<String> NAMES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

  private BuildFiles() {}
}
