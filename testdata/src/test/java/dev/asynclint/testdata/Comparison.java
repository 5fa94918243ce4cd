package dev.asynclint.testdata;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was marked against what was found.
 *
 * @param missing marked and not found
 * @param unexpected found and not marked
 * @param mended marked as a known miss, and found after all
 */
record Comparison(List<Blame> missing, List<Blame> unexpected, List<Blame> mended) {

  /** Compares the markers of sources with findings. */
  static Comparison of(Collection<Source> sources, Collection<Finding> findings) {
    List<Blame> found = Blame.found(findings);
    List<Blame> expected = Blame.marked(sources, Marker.Kind.EXPECT);
    List<Blame> todo = Blame.marked(sources, Marker.Kind.EXPECT_TODO);
    List<Blame> surplus = minus(found, expected);
    List<Blame> unexpected = minus(surplus, todo);
    return new Comparison(minus(expected, found), unexpected, minus(surplus, unexpected));
  }

  /** Whether markers and findings agree. */
  boolean agrees() {
    return missing.isEmpty() && unexpected.isEmpty() && mended.isEmpty();
  }

  /** The difference in the words of someone who has to mend it. */
  String describe(Collection<Source> sources, Collection<Finding> findings) {
    Map<String, List<String>> texts =
        sources.stream()
            .collect(
                Collectors.toMap(Source::name, source -> Scenarios.text(source).lines().toList()));
    StringBuilder out = new StringBuilder("\n");
    Function<Blame, String> code = blame -> texts.get(blame.file()).get(blame.line() - 1).strip();
    section(out, "missing: marked, not found", missing, code);
    section(
        out,
        "unexpected: found, not marked",
        unexpected,
        blame -> code.apply(blame) + "\n        " + message(blame, findings));
    section(out, "mended: change the marker from expect-todo to expect", mended, code);
    return out.toString();
  }

  private static void section(
      StringBuilder out, String title, List<Blame> blames, Function<Blame, String> more) {
    if (!blames.isEmpty()) {
      out.append(title).append('\n');
      blames.forEach(
          b -> out.append("  ").append(b).append("\n      ").append(more.apply(b)).append('\n'));
    }
  }

  private static String message(Blame blame, Collection<Finding> findings) {
    return findings.stream()
        .filter(f -> Blame.found(List.of(f)).contains(blame))
        .map(f -> f.message() + trace(f))
        .collect(Collectors.joining("\n        "));
  }

  private static String trace(Finding finding) {
    return finding.trace().stream()
        .map(step -> "\n          at line " + step.location().startLine() + ": " + step.message())
        .collect(Collectors.joining());
  }

  /** The left list without one occurrence of each element of the right one. */
  private static List<Blame> minus(List<Blame> left, List<Blame> right) {
    List<Blame> rest = new ArrayList<>(left);
    right.forEach(rest::remove);
    return rest;
  }
}
