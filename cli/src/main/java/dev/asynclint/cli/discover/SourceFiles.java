package dev.asynclint.cli.discover;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.engine.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the paths of a scan hold.
 *
 * @param root the folder that relative addresses in reports start from
 * @param sources Java files, each once, in the order of their names
 * @param tests names of those sources that are tests
 * @param testsSkipped how many test sources were passed over
 * @param buildFiles Maven and Gradle files seen on the way, in the order of their paths
 * @param problems what could not be read, or leads in a circle
 */
public record SourceFiles(
    Path root,
    List<Source> sources,
    Set<String> tests,
    int testsSkipped,
    List<Path> buildFiles,
    List<Problem> problems) {
  /** Copies the lists. */
  public SourceFiles {
    sources = List.copyOf(sources);
    tests = Set.copyOf(tests);
    buildFiles = List.copyOf(buildFiles);
    problems = List.copyOf(problems);
  }

  /**
   * What to look for.
   *
   * @param directory the working directory, absolute
   * @param paths files and folders as the user wrote them
   * @param excludes patterns in the language of {@code .gitignore}, relative to each path
   * @param ignoreFiles whether {@code .gitignore}, build output and resource folders are honoured
   * @param tests whether test sources are read
   */
  public record Query(
      Path directory,
      List<String> paths,
      List<String> excludes,
      boolean ignoreFiles,
      boolean tests) {
    /** Copies the lists. */
    public Query {
      paths = List.copyOf(paths);
      excludes = List.copyOf(excludes);
    }
  }

  /** No files at all. */
  public static SourceFiles none(Path directory) {
    return new SourceFiles(directory, List.of(), Set.of(), 0, List.of(), List.of());
  }

  /**
   * The same files, of which one is read from elsewhere.
   *
   * @param text what is read
   * @param file what it stands for, absolute
   * @param name how to report it when it is none of these files
   */
  public SourceFiles with(Path text, Path file, String name) {
    String reported =
        sources.stream()
            .filter(one -> one.path().toAbsolutePath().normalize().equals(file.normalize()))
            .map(Source::name)
            .findFirst()
            .orElse(name.replace('\\', '/'));
    List<Source> all =
        Stream.concat(
                sources.stream().filter(one -> !one.name().equals(reported)),
                Stream.of(new Source(text, reported)))
            .sorted(Comparator.comparing(Source::name))
            .toList();
    return new SourceFiles(root, all, tests, testsSkipped, buildFiles, problems);
  }

  /** The same files, of which others are tests. */
  public SourceFiles withTests(Set<String> names) {
    return new SourceFiles(root, sources, names, testsSkipped, buildFiles, problems);
  }

  /**
   * Walks the paths. A file that is named is read whatever the ignore rules say.
   *
   * @throws NoSuchPathException if one of them does not exist or is not Java; it names all of them
   */
  public static SourceFiles find(Query query) throws NoSuchPathException {
    return new Walk(query).run();
  }
}
