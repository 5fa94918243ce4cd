package dev.asynclint.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What Maven knows of some modules that are scanned together.
 *
 * @param sources existing folders of sources, each once
 * @param tests existing folders of test sources, each once
 * @param classPath existing jars and class folders, nearest first
 * @param release the oldest Java release that a module states; empty when none does
 */
record Modules(List<Path> sources, List<Path> tests, List<Path> classPath, OptionalInt release) {
  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

  /**
   * Asks the modules.
   *
   * @param withTests whether test sources are scanned
   * @param generated whether sources below the build directory are scanned
   */
  static Modules of(Collection<MavenProject> projects, boolean withTests, boolean generated)
      throws DependencyResolutionRequiredException {
    Set<Path> sources = new LinkedHashSet<>();
    Set<Path> tests = new LinkedHashSet<>();
    Set<Path> classPath = new LinkedHashSet<>();
    List<Integer> releases = new ArrayList<>();
    for (MavenProject project : projects) {
      roots(project, project.getCompileSourceRoots(), generated).forEach(sources::add);
      if (withTests) {
        roots(project, project.getTestCompileSourceRoots(), generated).forEach(tests::add);
      }
      List<String> elements =
          withTests ? project.getTestClasspathElements() : project.getCompileClasspathElements();
      elements.stream().map(Path::of).filter(Files::exists).forEach(classPath::add);
      release(project).ifPresent(releases::add);
    }
    tests.removeAll(sources);
    return new Modules(
        List.copyOf(sources),
        List.copyOf(tests),
        List.copyOf(classPath),
        releases.stream().mapToInt(Integer::intValue).min());
  }

  private static Stream<Path> roots(MavenProject project, List<String> roots, boolean generated) {
    Path built = Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
    return roots.stream()
        .map(root -> project.getBasedir().toPath().resolve(root).toAbsolutePath().normalize())
        .filter(Files::isDirectory)
        .filter(root -> generated || !root.startsWith(built));
  }

  /** As the compiler is told: a release before a source level, configuration before properties. */
  private static OptionalInt release(MavenProject project) {
    Optional<Xpp3Dom> compiler =
        Optional.ofNullable(project.getPlugin(COMPILER))
            .map(Plugin::getConfiguration)
            .map(Xpp3Dom.class::cast);
    return Stream.of("release", "source")
        .flatMap(
            name ->
                Stream.of(
                    compiler.map(one -> one.getChild(name)).map(Xpp3Dom::getValue),
                    Optional.ofNullable(
                        project.getProperties().getProperty("maven.compiler." + name))))
        .flatMap(Optional::stream)
        .map(text -> text.strip().replaceFirst("^1\\.", ""))
        .filter(text -> text.matches("\\d{1,3}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  /** A path below a folder as from there, with {@code /}; any other whole. */
  static String shown(Path path, Path folder) {
    Path shown = path.startsWith(folder) ? folder.relativize(path) : path;
    return shown.toString().replace(File.separatorChar, '/');
  }
}
