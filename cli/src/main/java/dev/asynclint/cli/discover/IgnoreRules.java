package dev.asynclint.cli.discover;

import dev.asynclint.core.config.PathPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ignore files in force at one folder, in the language of {@code .gitignore}: the nearest file
 * decides, and in a file the last line that matches. Immutable.
 */
final class IgnoreRules {
  /** Ignores nothing. */
  static final IgnoreRules NONE = new IgnoreRules(null, Path.of(""), List.of());

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final IgnoreRules outer;
  private final Path base;
  private final List<PathPattern> patterns;

  private IgnoreRules(IgnoreRules outer, Path base, List<PathPattern> patterns) {
    this.outer = outer;
    this.base = base;
    this.patterns = patterns;
  }

  /** These rules and, before them, lines that speak of paths below a folder. */
  IgnoreRules with(Path folder, List<String> lines) {
    List<PathPattern> parsed =
        lines.stream().map(PathPattern::parse).flatMap(Optional::stream).toList();
    return parsed.isEmpty() ? this : new IgnoreRules(this, folder, parsed);
  }

  /** These rules and those of an ignore file, if it is there and can be read. */
  IgnoreRules withFile(Path folder, Path file) {
    try {
      return Files.isRegularFile(file) ? with(folder, lines(file)) : this;
    } catch (IOException e) {
      return this;
    }
  }

  /** The rules that hold in a folder because of the repository around it. */
  static IgnoreRules around(Path folder) {
    Path root = repository(folder);
    if (root == null) {
      return NONE;
    }
    IgnoreRules rules = NONE.withFile(root, root.resolve(".git/info/exclude"));
    if (root.equals(folder)) {
      return rules;
    }
    rules = rules.withFile(root, root.resolve(".gitignore"));
    Path below = root;
    for (Path part : root.relativize(folder.getParent())) {
      if (!part.toString().isEmpty()) {
        below = below.resolve(part);
        rules = rules.withFile(below, below.resolve(".gitignore"));
      }
    }
    return rules;
  }

  /** The nearest folder upwards that is a repository; null if there is none. */
  static Path repository(Path folder) {
    Path root = folder;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return root;
  }

  /** Whether an entry is ignored; that a folder above it is must have been asked before. */
  boolean ignores(Path path, boolean directory) {
    String name = path.getFileName().toString();
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      if (!path.startsWith(rules.base)) {
        continue;
      }
      String relative = below(rules.base, path);
      for (int i = rules.patterns.size() - 1; i >= 0; i--) {
        PathPattern pattern = rules.patterns.get(i);
        if (pattern.matches(relative, name, directory)) {
          return !pattern.negated();
        }
      }
    }
    return false;
  }

  /** Asked for every entry of a tree, hence by text. */
  private static String below(Path base, Path path) {
    int start = base.getNameCount() == 0 ? 0 : base.toString().length() + 1;
    return path.toString().substring(start).replace('\\', '/');
  }

  /** A wrong encoding spoils single patterns, never the scan. */
  private static List<String> lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return List.of(LINE_END.split(text));
  }
}
