package dev.asynclint.errorprone;

import com.google.errorprone.ErrorProneFlags;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.ConfigException;
import dev.asynclint.core.config.ConfigReader;
import dev.asynclint.core.config.RuleNames;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.Suggestion;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.rules.Thresholds;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What {@code -XepOpt:AsyncLint:…} says. What cannot be used is left out and told.
 *
 * @param release Java release the program runs on, where it is stated
 * @param knowledge files of the user's, those of the configuration first
 * @param sarif where to write a report, where one is asked for
 * @param config what the configuration file says; nothing when it cannot be used
 * @param settings the budgets of the configuration, with those of the options in their place
 * @param problems what is wrong with the options, one message each
 */
record PluginOptions(
    OptionalInt release,
    List<Path> knowledge,
    Optional<Path> sarif,
    Config config,
    Settings settings,
    List<String> problems) {
  private static final String PREFIX = "AsyncLint:";
  private static final String BUDGETS = "Budgets:";
  private static final String CONFIG = "Config";
  private static final String KNOWLEDGE = "Knowledge";
  private static final String RELEASE = "Release";
  private static final String SARIF = "Sarif";
  private static final List<String> NAMES = List.of(CONFIG, KNOWLEDGE, RELEASE, SARIF);

  static PluginOptions of(ErrorProneFlags flags, List<Rule> rules) {
    Map<String, String> given = new TreeMap<>();
    flags
        .getFlagsMap()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                given.put(name.substring(PREFIX.length()), value);
              }
            });
    List<String> problems = new ArrayList<>();
    given.keySet().stream()
        .filter(name -> !NAMES.contains(name) && !name.startsWith(BUDGETS))
        .forEach(name -> problems.add(unknown(name)));
    Config config = config(given.get(CONFIG), rules, problems);
    List<Path> knowledge = new ArrayList<>(config.knowledge());
    knowledge.addAll(knowledge(given.get(KNOWLEDGE), problems));
    return new PluginOptions(
        release(given.get(RELEASE), problems),
        knowledge,
        sarif(given.get(SARIF), problems),
        config,
        settings(config, given, problems),
        problems);
  }

  private static String unknown(String name) {
    String nearest = Suggestion.nearest(name, NAMES);
    return "unknown option -XepOpt:"
        + PREFIX
        + name
        + "; "
        + (nearest.isEmpty()
            ? "there are " + BUDGETS + "NAME, " + String.join(", ", NAMES)
            : "did you mean " + nearest + "?");
  }

  private static Config config(String value, List<Rule> rules, List<String> problems) {
    if (value == null) {
      return Config.NONE;
    }
    try {
      return new ConfigReader(new RuleNames(rules), Thresholds.READER).read(Path.of(value), value);
    } catch (InvalidPathException e) {
      problems.add("-XepOpt:" + PREFIX + CONFIG + "=" + value + " names no file");
    } catch (ConfigException e) {
      problems.add("the configuration is left out: " + e.getMessage());
    }
    return Config.NONE;
  }

  private static Settings settings(
      Config config, Map<String, String> given, List<String> problems) {
    Map<String, String> budgets = new LinkedHashMap<>(config.budgets());
    given.forEach(
        (name, value) -> {
          if (name.startsWith(BUDGETS)) {
            budgets.put(name.substring(BUDGETS.length()), value);
          }
        });
    return Thresholds.READER.read(
        budgets,
        (name, fault) -> problems.add("-XepOpt:" + PREFIX + BUDGETS + name + ": " + fault));
  }

  private static OptionalInt release(String value, List<String> problems) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value.matches("[1-9][0-9]{0,2}")) {
      return OptionalInt.of(Integer.parseInt(value));
    }
    problems.add(
        "-XepOpt:" + PREFIX + RELEASE + "=" + value + " is no Java release; give one such as 17");
    return OptionalInt.empty();
  }

  private static List<Path> knowledge(String value, List<String> problems) {
    if (value == null) {
      return List.of();
    }
    try {
      return Arrays.stream(value.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(Path::of)
          .toList();
    } catch (InvalidPathException e) {
      problems.add("-XepOpt:" + PREFIX + KNOWLEDGE + "=" + value + " names no files");
      return List.of();
    }
  }

  private static Optional<Path> sarif(String value, List<String> problems) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      if (!value.isBlank() && Path.of(value).getFileName() != null) {
        return Optional.of(Path.of(value));
      }
    } catch (InvalidPathException e) {
      // Told below, as is an empty one.
    }
    problems.add("-XepOpt:" + PREFIX + SARIF + "=" + value + " is no file that can be written");
    return Optional.empty();
  }
}
