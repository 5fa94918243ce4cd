package dev.asynclint.core.rule;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Edit;
import dev.asynclint.core.facts.Place;
import dev.asynclint.core.facts.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the findings of one rule: id and severity come from its annotation. */
public final class Report {
  private final AsyncRule rule;
  private final Place place;
  private Severity severity;
  private Confidence confidence = Confidence.HIGH;
  private String message = "";
  private String label = "";
  private String help = "";
  private String meant = "";
  private List<Finding.Step> trace = List.of();
  private final List<Finding.Fix> fixes = new ArrayList<>();

  private Report(AsyncRule rule, Place place) {
    this.rule = rule;
    this.place = place;
    this.severity = rule.severity();
  }

  /**
   * Starts a finding at a place.
   *
   * @throws IllegalArgumentException when the rule's class is not annotated
   */
  public static Report by(Rule rule, Place place) {
    AsyncRule annotation = rule.getClass().getAnnotation(AsyncRule.class);
    if (annotation == null) {
      throw new IllegalArgumentException(rule.getClass() + " lacks @AsyncRule");
    }
    return new Report(annotation, place);
  }

  /** What happens and why here; {@link String#format} syntax. */
  public Report says(String format, Object... args) {
    message = String.format(Locale.ROOT, format, args);
    return this;
  }

  /** A few words under the caret. */
  public Report label(String text) {
    label = text;
    return this;
  }

  /** What to do; left out when empty. */
  public Report help(String text) {
    help = text;
    return this;
  }

  /** Where the program says that this is meant; nothing when empty. */
  public Report meant(String where) {
    meant = where;
    return this;
  }

  /** The path that leads there. */
  public Report path(List<Step> steps) {
    trace =
        steps.stream()
            .map(s -> new Finding.Step(location(s.place()), s.message(), s.depth()))
            .toList();
    return this;
  }

  /** How sure it is. */
  public Report confidence(Confidence sureness) {
    confidence = sureness;
    return this;
  }

  /** Not worse than this. */
  public Report atMost(Severity limit) {
    severity = severity.compareTo(limit) >= 0 ? severity : limit;
    return this;
  }

  /** An edit that mends it, as safe as the rule says; none when there are no edits. */
  public Report fix(String title, List<Edit> edits) {
    return fix(title, rule.fix(), edits);
  }

  /**
   * An edit that mends it; none when there are no edits.
   *
   * @param title imperative, for a quick-fix menu
   * @throws IllegalArgumentException when the rule's annotation promises less than this safety
   */
  public Report fix(String title, FixSafety safety, List<Edit> edits) {
    if (safety == FixSafety.NONE || safety.compareTo(rule.fix()) < 0) {
      throw new IllegalArgumentException(rule.id() + " does not promise fixes: " + safety.id());
    }
    if (!edits.isEmpty()) {
      fixes.add(
          new Finding.Fix(
              title,
              safety,
              edits.stream()
                  .map(
                      edit ->
                          new Finding.Edit(
                              edit.unit().file(), edit.start(), edit.end(), edit.text()))
                  .toList()));
    }
    return this;
  }

  /** The finding; one that is not sure is never an error. */
  public Finding build() {
    if (confidence != Confidence.HIGH) {
      atMost(Severity.WARNING);
    }
    return new Finding(
        rule.id(),
        severity,
        confidence,
        location(place),
        message,
        label,
        trace,
        help,
        fixes,
        meant);
  }

  private static Location location(Place place) {
    return Location.anchor(
        place.unit().file(), place.unit().lines(), place.origin(), place.length());
  }
}
