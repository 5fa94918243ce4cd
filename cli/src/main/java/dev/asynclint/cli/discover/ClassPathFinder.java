package dev.asynclint.cli.discover;

import java.nio.file.Path;
import java.util.List;

/** Finds a class path. */
public final class ClassPathFinder {
  private ClassPathFinder() {}

  /** TODO. */
  public static List<Path> find(SourceFiles files) {
    return List.of();
  }
}
