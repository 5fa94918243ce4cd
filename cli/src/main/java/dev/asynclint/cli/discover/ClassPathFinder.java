package dev.asynclint.cli.discover;

import dev.asynclint.cli.discover.Pom.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds jars and class folders by the build files of a tree: what is built already, and of the
 * direct dependencies those that the local Maven repository holds. Best effort: what is not there
 * is not missed.
 */
public final class ClassPathFinder {
  private static final Set<String> LEFT_OUT = Set.of("test", "system", "import");

  private final LocalRepository repository;

  private ClassPathFinder(LocalRepository repository) {
    this.repository = repository;
  }

  /** Entries in the order of the build files, and in each as they are declared. */
  public static List<Path> find(SourceFiles files) {
    return new ClassPathFinder(LocalRepository.ofUser()).entries(files.buildFiles());
  }

  /** The same with another repository. */
  static List<Path> find(List<Path> buildFiles, LocalRepository repository) {
    return new ClassPathFinder(repository).entries(buildFiles);
  }

  private List<Path> entries(List<Path> buildFiles) {
    List<Path> entries = new ArrayList<>();
    for (Path file : buildFiles) {
      Path output =
          file.resolveSibling(
              file.endsWith("pom.xml") ? "target/classes" : "build/classes/java/main");
      if (Files.isDirectory(output)) {
        entries.add(output);
      }
    }
    Poms poms = new Poms(repository);
    Set<String> seen = new HashSet<>();
    for (Path file : buildFiles) {
      if (file.endsWith("pom.xml")) {
        for (Artifact artifact : poms.dependencies(file)) {
          jar(artifact, seen, entries);
        }
      }
    }
    return entries;
  }

  /** One version of an artifact is enough: the first that is met. */
  private void jar(Artifact artifact, Set<String> seen, List<Path> entries) {
    boolean isJar = artifact.type().isEmpty() || artifact.type().equals("jar");
    if (isJar && !LEFT_OUT.contains(artifact.scope()) && !seen.contains(artifact.key())) {
      repository
          .jar(artifact)
          .ifPresent(
              jar -> {
                seen.add(artifact.key());
                entries.add(jar);
              });
    }
  }
}
