package dev.asynclint.cli.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What confirms a rule: two programs, one of which breaks a budget where the rule says.
 *
 * @param rule id of the rule
 * @param line of the bad program that both the rule and the meter blame; from 1
 * @param budget the name of a budget, or a number in the unit of what is measured
 * @param measured what is measured, in words
 */
public record Validation(String rule, int line, String budget, String measured) {
  private static final Map<String, Validation> ALL = read();

  /** What confirms a rule; empty when nothing does. */
  static Optional<Validation> of(String rule) {
    return Optional.ofNullable(ALL.get(rule));
  }

  /** One line of the list: {@code rule line budget measured}. */
  public String text() {
    return "%s %d %s %s".formatted(rule, line, budget, measured);
  }

  /** The bad program, within the repository. */
  public String bad() {
    return "testdata/twins/" + rule.replace('-', '_') + "/Bad.java";
  }

  private static Validation parse(String line) {
    String[] words = line.split(" ", 4);
    return new Validation(words[0], Integer.parseInt(words[1]), words[2], words[3]);
  }

  private static Map<String, Validation> read() {
    try (InputStream in = Validation.class.getResourceAsStream("proven.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(Validation::parse)
          .collect(Collectors.toMap(Validation::rule, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
