package dev.asynclint.core.suppress;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.knowledge.Suggestion;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.RuleText;
import dev.asynclint.core.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Takes out the findings that a program says are meant. Immutable. */
public final class Suppressor {
  private final Map<String, String> byCheckName = new HashMap<>();
  private final Set<String> ids = new TreeSet<>();

  /** A suppressor that knows these rules, whether they run or not. */
  public Suppressor(Collection<? extends Rule> installed) {
    for (Rule rule : installed) {
      AsyncRule about = rule.getClass().getAnnotation(AsyncRule.class);
      if (about != null) {
        ids.add(about.id());
        byCheckName.put(RuleText.name(about.id()), about.id());
      }
    }
  }

  /**
   * A finding that is meant.
   *
   * @param reason why, in the program's words; empty when an annotation says it
   */
  public record Suppressed(Finding finding, String reason) {}

  /**
   * What is left, and what is not.
   *
   * @param kept in the order given
   * @param suppressed in the order given
   * @param unused findings about the statements themselves, in {@link Finding#ORDER}
   */
  public record Outcome(List<Finding> kept, List<Suppressed> suppressed, List<Finding> unused) {
    /** Copies the lists. */
    public Outcome {
      kept = List.copyOf(kept);
      suppressed = List.copyOf(suppressed);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Judges findings.
   *
   * @param files every file of the program, with or without findings
   * @param texts the text of a file, which the offsets of findings refer to
   * @param reports whether a rule, by its id, could have reported in a file; what it could not
   *     have, no statement about it is unused
   */
  public Outcome apply(
      List<Finding> findings,
      Collection<String> files,
      Function<String, String> texts,
      BiPredicate<String, String> reports) {
    Map<String, Marks> marks = new TreeMap<>();
    Map<String, String> read = new HashMap<>();
    for (String file : files) {
      String text = texts.apply(file);
      Marks found = Marks.of(text, name -> Optional.ofNullable(byCheckName.get(name)));
      if (!found.all().isEmpty() || !found.faults().isEmpty()) {
        marks.put(file, found);
        read.put(file, text);
      }
    }
    List<Finding> kept = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    Set<Mark> used = new HashSet<>();
    for (Finding finding : findings) {
      Marks here = marks.get(finding.location().file());
      List<Mark> holding = here == null ? List.of() : holding(here, finding);
      used.addAll(holding);
      if (!holding.isEmpty()) {
        suppressed.add(new Suppressed(finding, holding.get(0).reason()));
      } else if (!finding.meant().isEmpty()) {
        suppressed.add(new Suppressed(finding, finding.meant()));
      } else {
        kept.add(finding);
      }
    }
    List<Finding> unused = new ArrayList<>();
    marks.forEach((file, all) -> unused.addAll(unused(file, read.get(file), all, used, reports)));
    unused.sort(Finding.ORDER);
    return new Outcome(kept, suppressed, unused);
  }

  /** Every statement that holds, comments first: they say why. */
  private static List<Mark> holding(Marks marks, Finding finding) {
    return marks.all().stream()
        .filter(mark -> mark.rule().equals(finding.ruleId()))
        .filter(mark -> mark.holdsAt(finding.location().start()))
        .sorted(Comparator.comparing((Mark mark) -> !mark.comment()))
        .toList();
  }

  private List<Finding> unused(
      String file, String text, Marks marks, Set<Mark> used, BiPredicate<String, String> reports) {
    LineMap lines = LineMap.of(text);
    List<Finding> found = new ArrayList<>();
    marks
        .faults()
        .forEach(
            (range, fault) ->
                found.add(
                    finding(
                        Severity.WARNING,
                        Location.range(file, lines, range.start(), range.end()),
                        fault,
                        List.of())));
    for (Mark mark : marks.all()) {
      Location place = Location.range(file, lines, mark.start(), mark.end());
      if (!ids.contains(mark.rule())) {
        found.add(finding(Severity.WARNING, place, unknown(mark.rule()), List.of()));
      } else if (!used.contains(mark) && reports.test(mark.rule(), file)) {
        found.add(
            finding(
                Severity.INFO,
                place,
                "'" + mark.rule() + "' finds nothing here that would have to be ignored",
                List.of(Removal.of(mark, file, text))));
      }
    }
    return found;
  }

  private String unknown(String rule) {
    if (Arrays.stream(Family.values()).anyMatch(family -> family.id().equals(rule))) {
      return "'" + rule + "' is a family; name those of its rules that are meant";
    }
    String nearest = Suggestion.nearest(rule, ids);
    return "there is no rule '"
        + rule
        + "'"
        + (nearest.isEmpty() ? " to ignore" : "; did you mean '" + nearest + "'?");
  }

  private static Finding finding(
      Severity severity, Location place, String message, List<Finding.Fix> fixes) {
    return new Finding(
        UnusedSuppression.ID,
        severity,
        Confidence.HIGH,
        place,
        message,
        "",
        List.of(),
        fixes.isEmpty() ? "" : "remove it",
        fixes);
  }
}
