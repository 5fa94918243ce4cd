package dev.asynclint.testdata;

import dev.asynclint.core.engine.FrontEnd.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the scenarios: {@code fixtures/<rule>/{bad,good,edge}/} a file or a folder each. */
final class Scenarios {
  /** The module's own folder. */
  static final Path MODULE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();

  /** The sample service of the README. */
  static final Path DEMO = MODULE.resolve("demo");

  /** Source roots with fixtures: compiled by the build, for newer releases, for Vert.x 4. */
  static final List<Path> ROOTS =
      Stream.of("java", "java21", "vertx4").map(MODULE.resolve("src/main")::resolve).toList();

  private Scenarios() {}

  /** Every scenario of every root, in a stable order. */
  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Path root : ROOTS) {
      for (Path rule : list(root.resolve("fixtures"))) {
        for (Scenario.Tier tier : Scenario.Tier.values()) {
          Path folder = rule.resolve(tier.name().toLowerCase(Locale.ROOT));
          String id = rule.getFileName().toString().replace('_', '-');
          list(folder).forEach(at -> all.add(scenario(root, id, tier, at)));
        }
      }
    }
    return all;
  }

  /** The text of a source. */
  static String text(Source source) {
    try {
      return Files.readString(source.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files below a folder, named relative to {@code root}, sorted. */
  static List<Source> sources(Path root, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> new Source(file, root.relativize(file).toString().replace('\\', '/')))
          .sorted(java.util.Comparator.comparing(Source::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario scenario(Path root, String rule, Scenario.Tier tier, Path at) {
    String name = at.getFileName().toString().replaceFirst("\\.java$", "");
    return new Scenario(rule, tier, name, sources(root, at));
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
