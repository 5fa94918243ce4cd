package dev.asynclint.cli.baseline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files that have another name since a baseline was committed, as git tells by what is in them. */
final class Renames {
  /** Stated, so that no setting of the user changes what is found. */
  private static final String SIMILARITY = "--find-renames=50%";

  private static final String LIMIT = "-l5000";

  private Renames() {}

  /**
   * The present name of each renamed file by its former one, both from the root; empty when git is
   * missing, knows nothing of the folder, or sees no renamed file.
   *
   * @param baseline the file; what it knows is taken to be as old as its last commit
   * @param root folder that names start from
   */
  static Map<String, String> since(Path baseline, Path root) {
    try {
      Optional<String> top = Git.ask(root, "rev-parse", "--show-toplevel");
      if (top.isEmpty()) {
        return Map.of();
      }
      String commit =
          Git.ask(root, "log", "-1", "--format=%H", "--", baseline.toAbsolutePath().toString())
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .orElse("HEAD");
      Path repository = Path.of(top.get().strip());
      return Git.ask(
              repository,
              "diff",
              "--no-ext-diff",
              "--name-status",
              "-z",
              SIMILARITY,
              LIMIT,
              "--diff-filter=R",
              commit,
              "--")
          .map(said -> named(said.split("\0"), repository, ChangedLines.real(root)))
          .orElse(Map.of());
    } catch (Git.MissingException | InvalidPathException e) {
      return Map.of();
    }
  }

  /** Of each file git prints how similar it is, its former name and its present one. */
  private static Map<String, String> named(String[] said, Path repository, Path root) {
    Path real = ChangedLines.real(repository);
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i + 2 < said.length; i += 3) {
      names.put(name(real.resolve(said[i + 1]), root), name(real.resolve(said[i + 2]), root));
    }
    return names;
  }

  private static String name(Path file, Path root) {
    return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
  }
}
