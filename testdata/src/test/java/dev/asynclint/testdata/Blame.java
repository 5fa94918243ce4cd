package dev.asynclint.testdata;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.rule.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** That a rule reports a line: all that a fixture claims of a finding. */
record Blame(String file, int line, String rule) implements Comparable<Blame> {
  private static final Comparator<Blame> ORDER =
      Comparator.comparing(Blame::file).thenComparing(Blame::line).thenComparing(Blame::rule);

  /** What was found, sorted; two findings of one rule on one line stay two. */
  static List<Blame> found(Collection<Finding> findings) {
    return findings.stream()
        .map(f -> new Blame(f.location().file(), f.location().startLine(), f.ruleId()))
        .sorted()
        .toList();
  }

  /** What the markers of one kind claim, sorted. */
  static List<Blame> marked(Collection<Source> sources, Marker.Kind kind) {
    return sources.stream()
        .flatMap(
            source ->
                Markers.parse(source.name(), Scenarios.text(source)).stream()
                    .filter(marker -> marker.kind() == kind)
                    .map(marker -> new Blame(source.name(), marker.line(), marker.text())))
        .sorted()
        .toList();
  }

  @Override
  public int compareTo(Blame other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + " [" + rule + "]";
  }
}
