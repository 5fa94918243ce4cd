package dev.asynclint.testdata;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.prove.Pair;
import dev.asynclint.prove.Twins;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The twins: as programs that can be run, and as sources that can be analysed. */
final class TwinPrograms {
  /** All of them, on the class path of the tests. */
  static final Twins ALL = new Twins(classPath(), home("same_pool_wait"));

  /** Some that prove nothing. */
  static final Twins WEAK = new Twins(classPath(), home("weak"));

  private TwinPrograms() {}

  /** One of those, whose sources stand with the tests. */
  static Pair weak(String name) {
    return new Pair(name, weak(name, "Bad"), weak(name, "Good"));
  }

  private static String weak(String name, String twin) {
    String file = Pair.file(name, twin);
    return Scenarios.text(new Source(Scenarios.MODULE.resolve("src/test/java/" + file), file));
  }

  /** The pair that stands for a rule. */
  static Pair pair(String rule) {
    return ALL.pairs().get(rule);
  }

  /** The source of one twin of a pair. */
  static Source source(String pair, String twin) {
    String name = Pair.file(pair, twin);
    return new Source(Scenarios.MODULE.resolve(name), name);
  }

  /** The lines of a twin that its rule reports. */
  static Set<Integer> reported(FixtureRunner runner, String pair, String twin) {
    String rule = pair(pair).rule();
    return runner.analyze(List.of(source(pair, twin))).stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .map(finding -> finding.location().startLine())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static Path home(String folder) {
    try {
      Class<?> one = Class.forName(Twins.PACKAGE + "." + folder + ".Bad");
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("the twins are not on the class path", e);
    }
  }
}
