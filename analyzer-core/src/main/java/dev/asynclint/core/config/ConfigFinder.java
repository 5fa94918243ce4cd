package dev.asynclint.core.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the configuration that holds for a folder. */
public final class ConfigFinder {
  private ConfigFinder() {}

  /**
   * The nearest configuration file from a folder upwards, the root of its repository included and
   * nothing above it.
   */
  public static Optional<Path> nearest(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(Config.FILE);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (Files.exists(at.resolve(".git"))) {
        break;
      }
    }
    return Optional.empty();
  }
}
