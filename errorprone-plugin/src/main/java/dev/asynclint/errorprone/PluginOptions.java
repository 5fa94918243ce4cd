package dev.asynclint.errorprone;

import com.google.errorprone.ErrorProneFlags;
import dev.asynclint.core.knowledge.Suggestion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What {@code -XepOpt:AsyncLint:…} says. What cannot be used is left out and told.
 *
 * @param release Java release the program runs on, where it is stated
 * @param knowledge files of the user's
 * @param sarif where to write a report, where one is asked for
 * @param problems what is wrong with the options, one message each
 */
record PluginOptions(
    OptionalInt release, List<Path> knowledge, Optional<Path> sarif, List<String> problems) {
  private static final String PREFIX = "AsyncLint:";
  private static final String KNOWLEDGE = "Knowledge";
  private static final String RELEASE = "Release";
  private static final String SARIF = "Sarif";
  private static final List<String> NAMES = List.of(KNOWLEDGE, RELEASE, SARIF);

  static PluginOptions of(ErrorProneFlags flags) {
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
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> problems.add(unknown(name)));
    return new PluginOptions(
        release(given.get(RELEASE), problems),
        knowledge(given.get(KNOWLEDGE), problems),
        sarif(given.get(SARIF), problems),
        problems);
  }

  private static String unknown(String name) {
    String nearest = Suggestion.nearest(name, NAMES);
    return "unknown option -XepOpt:"
        + PREFIX
        + name
        + "; "
        + (nearest.isEmpty()
            ? "there are " + String.join(", ", NAMES)
            : "did you mean " + nearest + "?");
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
