package dev.asynclint.core.config;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file says. Immutable.
 *
 * @param file where it stands; empty when there is none
 * @param rules what holds everywhere
 * @param overrides what holds for some files; a later one wins
 * @param budgets texts by name, all of them sound
 * @param knowledge the user's knowledge files
 * @param contexts own annotations and methods as the text of a knowledge file; may be empty
 * @param origins where each key stands, as {@code file:line:column}, by its dotted name
 */
public record Config(
    Optional<Path> file,
    RuleChoice rules,
    List<PathChoice> overrides,
    Map<String, String> budgets,
    List<Path> knowledge,
    String contexts,
    Map<String, String> origins) {
  /** The name of the file. */
  public static final String FILE = "asynclint.toml";

  /** Nothing is configured. */
  public static final Config NONE =
      new Config(Optional.empty(), RuleChoice.NONE, List.of(), Map.of(), List.of(), "", Map.of());

  /** Copies what it is given. */
  public Config {
    overrides = List.copyOf(overrides);
    budgets = Map.copyOf(budgets);
    knowledge = List.copyOf(knowledge);
    origins = Map.copyOf(origins);
  }

  /**
   * What holds for some files.
   *
   * @param paths in the language of {@code .gitignore}, relative to the folder of the file
   * @param patterns the paths again, ready to match
   * @param origin where it stands, as {@code file:line:column}
   */
  public record PathChoice(
      List<String> paths, List<PathPattern> patterns, RuleChoice rules, String origin) {
    /** Copies the lists. */
    public PathChoice {
      paths = List.copyOf(paths);
      patterns = List.copyOf(patterns);
    }

    private boolean covers(Path relative) {
      boolean covered = false;
      for (PathPattern pattern : patterns) {
        covered = pattern.covers(relative) ? !pattern.negated() : covered;
      }
      return covered;
    }
  }

  /** The same with other rules everywhere, such as those a command line asks for. */
  public Config with(RuleChoice other) {
    return new Config(file, other, overrides, budgets, knowledge, contexts, origins);
  }

  /** Whether a rule reports in any file. */
  public boolean runs(AsyncRule rule) {
    return reports(rules, rule, true)
        || overrides.stream().anyMatch(one -> reports(one.rules(), rule, false));
  }

  /** Whether a rule reports in a file. */
  public boolean runs(AsyncRule rule, Path place) {
    return level(rule, place).map(one -> one != Level.OFF).orElse(true);
  }

  private static boolean reports(RuleChoice choice, AsyncRule rule, boolean otherwise) {
    return choice.runs(rule, otherwise)
        && choice.level(rule).map(level -> level != Level.OFF).orElse(true);
  }

  /**
   * The finding with the severity that is configured; empty when its rule does not report there.
   * What is not certain is never an error.
   *
   * @param place the file the finding stands in
   */
  public Optional<Finding> judge(AsyncRule rule, Finding finding, Path place) {
    Optional<Level> level = level(rule, place);
    if (level.isEmpty()) {
      return Optional.of(finding);
    }
    boolean unsure = finding.confidence() != Confidence.HIGH;
    return level
        .get()
        .severity()
        .map(severity -> severity == Severity.ERROR && unsure ? Severity.WARNING : severity)
        .map(finding::with);
  }

  /** What holds for a rule in a file; empty when it reports as it comes. */
  private Optional<Level> level(AsyncRule rule, Path place) {
    boolean runs = rules.runs(rule, true);
    Optional<Level> level = rules.level(rule);
    for (PathChoice choice : overrides) {
      if (choice.covers(relative(place))) {
        Optional<Level> before = level;
        runs = choice.rules().runs(rule, runs);
        level = choice.rules().level(rule).or(() -> before);
      }
    }
    return runs ? level : Optional.of(Level.OFF);
  }

  /** Outside of the folder of the configuration no path matches but by name. */
  private Path relative(Path place) {
    Path folder =
        file.map(Path::toAbsolutePath).map(Path::normalize).map(Path::getParent).orElse(null);
    Path absolute = place.toAbsolutePath().normalize();
    return folder != null && absolute.startsWith(folder) && !absolute.equals(folder)
        ? folder.relativize(absolute)
        : absolute.getFileName();
  }
}
