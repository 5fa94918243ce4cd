package dev.asynclint.cli.discover;

import java.nio.file.Path;

/** Finds the Java release sources are written for. */
public final class ReleaseFinder {
  private ReleaseFinder() {}

  /** TODO. */
  public static int find(Path root, SourceFiles.Query query) {
    return 0;
  }
}
