package dev.asynclint.cli.config;

import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.ConfigException;
import dev.asynclint.core.config.ConfigReader;
import dev.asynclint.rules.Thresholds;
import java.nio.file.Path;
import java.util.List;

/** Reads a configuration for a person who works in some folder. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * What is configured; nothing when there are faults.
   *
   * @param directory where the person works; files below it are named from there
   * @param faults gets one message, with its place, for each thing that is wrong
   */
  public static Config read(Path file, Path directory, RuleSet rules, List<String> faults) {
    try {
      return new ConfigReader(rules.names(), Thresholds.READER).read(file, shown(file, directory));
    } catch (ConfigException e) {
      e.faults().forEach(fault -> faults.add(fault.toString()));
      return Config.NONE;
    }
  }

  private static String shown(Path file, Path directory) {
    Path normal = file.normalize();
    Path shown = normal.startsWith(directory) ? directory.relativize(normal) : normal;
    return shown.toString().replace('\\', '/');
  }
}
