package dev.asynclint.javaparser.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the index is made from, in the order of {@code contents.txt}.
 *
 * @param releases of the JDK, the one that must be there first; it tells of the earlier ones
 */
record Contents(List<Integer> releases, List<Line> modules, List<Line> artefacts) {
  /** Parts of package names that no user of a library is meant to name. */
  private static final Set<String> HIDDEN =
      Set.of("internal", "internals", "impl", "shaded", "repackaged", "relocated", "aot");

  /** The release of the JDK to read. */
  int release() {
    return releases.get(0);
  }

  /**
   * A module or artefact.
   *
   * @param packages patterns: a package, with {@code .*} also those below it, with a minus in front
   *     not those; all packages when there is none without a minus
   */
  record Line(String name, List<String> packages) {

    /** The packages wanted. */
    Predicate<String> wanted() {
      boolean all = packages.stream().allMatch(pattern -> pattern.startsWith("-"));
      return name -> {
        boolean wanted = all && Arrays.stream(name.split("\\.")).noneMatch(HIDDEN::contains);
        for (String pattern : packages) {
          boolean without = pattern.startsWith("-");
          if (matches(pattern.substring(without ? 1 : 0), name)) {
            wanted = !without;
          }
        }
        return wanted;
      };
    }

    private static boolean matches(String pattern, String name) {
      if (!pattern.endsWith(".*")) {
        return pattern.equals(name);
      }
      String parent = pattern.substring(0, pattern.length() - 2);
      return name.equals(parent) || name.startsWith(parent + '.');
    }
  }

  /** Reads the list. */
  static Contents read() throws IOException {
    try (InputStream in = Contents.class.getResourceAsStream("contents.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      List<Integer> releases =
          Arrays.stream(lines.get(0).split("\\s+")).skip(1).map(Integer::valueOf).toList();
      return new Contents(releases, lines(lines, false), lines(lines, true));
    }
  }

  private static List<Line> lines(List<String> lines, boolean artefacts) {
    return lines.stream()
        .skip(1)
        .map(line -> Arrays.asList(line.trim().split("\\s+")))
        .filter(words -> words.get(0).contains(":") == artefacts)
        .map(words -> new Line(words.get(0), words.subList(1, words.size())))
        .toList();
  }
}
