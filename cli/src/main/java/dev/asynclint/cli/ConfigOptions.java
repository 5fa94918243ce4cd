package dev.asynclint.cli;

import dev.asynclint.cli.config.ConfigFile;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.ConfigFinder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which configuration holds. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration to use. Default: the nearest asynclint.toml of the paths or above them, "
              + "up to the root of the repository.")
  private String given;

  @Option(names = "--no-config", description = "Use no configuration.")
  private boolean none;

  /** The configuration for some paths; what is wrong with it becomes a fault each. */
  Config read(Terminal terminal, List<String> paths, RuleSet rules, List<String> faults) {
    if (given != null && none) {
      faults.add("--config and --no-config cannot go together");
    }
    try {
      Optional<Path> file = given == null ? found(terminal, paths) : Optional.of(given(terminal));
      if (none || file.isEmpty()) {
        return Config.NONE;
      }
      return ConfigFile.read(file.get(), terminal.directory(), rules, faults);
    } catch (InvalidPathException e) {
      faults.add("--config " + given + ": is no path");
    }
    return Config.NONE;
  }

  private Path given(Terminal terminal) {
    return terminal.directory().resolve(given);
  }

  /** The nearest one of what all paths have in common. */
  private static Optional<Path> found(Terminal terminal, List<String> paths) {
    Path common = null;
    for (String path : paths) {
      Path absolute = terminal.directory().resolve(path).normalize();
      Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      common = common == null ? folder : common(common, folder);
    }
    return common == null ? Optional.empty() : ConfigFinder.nearest(common);
  }

  private static Path common(Path one, Path other) {
    Path at = one;
    while (at != null && !other.startsWith(at)) {
      at = at.getParent();
    }
    return at;
  }
}
