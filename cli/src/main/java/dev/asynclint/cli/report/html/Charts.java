package dev.asynclint.cli.report.html;

import dev.asynclint.core.rule.Severity;
import java.util.List;

/** The charts of the summary. Their rows are buttons that filter the list of findings. */
final class Charts {
  private static final int ROWS = 12;
  private static final int LONGEST = 24;
  private static final double WIDE = 100;
  private static final double HIGH = 8;

  private Charts() {}

  /**
   * A ring of severities around their sum, and what its colours mean.
   *
   * @param all the sum of everything
   */
  static Markup ring(Tally.Row all) {
    Markup ring = new Markup();
    ring.open("section", "class", "card card-ring", "aria-labelledby", "by-severity");
    ring.text("h2", "Severity", "id", "by-severity").line();
    ring.open(
        "svg",
        "class",
        "ring",
        "viewBox",
        "0 0 120 120",
        "role",
        "img",
        "aria-label",
        all.all() == 0 ? "No findings" : all.words());
    ring.shape("circle", "class", "track", "cx", "60", "cy", "60", "r", "48");
    // Each arc starts at the top and lies over those of lesser severities, so that none can gape.
    for (int i = Severity.values().length - 1; i >= 0; i--) {
      Severity severity = Severity.values()[i];
      double end = 100.0 * all.upTo(severity) / Math.max(all.all(), 1);
      if (all.of(severity) > 0) {
        ring.shape(
            "circle",
            "class",
            "arc " + severity.id(),
            "cx",
            "60",
            "cy",
            "60",
            "r",
            "48",
            "transform",
            "rotate(-90 60 60)",
            "pathLength",
            "100",
            "stroke-dasharray",
            Markup.length(end) + " 100");
      }
    }
    ring.text("text", Markup.number(all.all()), "class", "ring-sum", "x", "60", "y", "60");
    ring.text("text", all.all() == 1 ? "finding" : "findings", "x", "60", "y", "78");
    ring.close("svg").line().open("ul", "class", "bars legend");
    for (Severity severity : Severity.values()) {
      int[] alone = new int[Severity.values().length];
      alone[severity.ordinal()] = all.of(severity);
      row(ring, "severity", new Tally.Row(severity.id(), alone), severity.id(), all.all());
    }
    return ring.close("ul").close("section").line();
  }

  /**
   * A bar for each value, longest first.
   *
   * @param facet what a row filters by
   * @param note what to know to read it; may be empty
   */
  static Markup bars(String title, String facet, List<Tally.Row> rows, String note) {
    Markup bars = new Markup();
    String id = "by-" + facet;
    bars.open("section", "class", "card", "aria-labelledby", id);
    bars.text("h2", title, "id", id);
    String prefix = facet.equals("package") ? commonPackage(rows) : "";
    String said = prefix.isEmpty() ? note : "below " + prefix;
    if (!said.isEmpty()) {
      bars.text("p", said, "class", "note");
    }
    bars.line().open("ul", "class", "bars");
    int most = rows.isEmpty() ? 1 : rows.get(0).all();
    rows.stream()
        .limit(ROWS)
        .forEach(
            one ->
                row(bars, facet, one, ending(label(one.value().substring(prefix.length()))), most));
    bars.close("ul");
    if (rows.size() > ROWS) {
      int others = rows.stream().skip(ROWS).mapToInt(Tally.Row::all).sum();
      bars.text(
          "p",
          "%s more with %s"
              .formatted(Markup.number(rows.size() - ROWS), Markup.count(others, "finding")),
          "class",
          "note");
    }
    return bars.close("section").line();
  }

  private static void row(Markup bars, String facet, Tally.Row row, String label, int most) {
    bars.open("li")
        .open(
            "button",
            "type",
            "button",
            "class",
            "bar",
            "data-facet",
            facet,
            "data-value",
            row.value().isEmpty() ? Facets.NONE : row.value(),
            "aria-pressed",
            "false",
            "title",
            label(row.value()) + (row.all() == 0 ? "" : ": " + row.words()));
    if (label.indexOf('.') < 0) {
      bars.text("span", label, "class", "bar-name");
    } else {
      bars.open("span", "class", "bar-name bar-tail").text("bdi", label).close("span");
    }
    bars.open(
        "svg",
        "class",
        "bar-mark",
        "viewBox",
        "0 0 100 8",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    double x = 0;
    for (Severity severity : Severity.values()) {
      double width = WIDE * row.of(severity) / Math.max(most, 1);
      if (width > 0) {
        bars.shape(
            "rect",
            "class",
            severity.id(),
            "x",
            Markup.length(x),
            "width",
            Markup.length(width),
            "height",
            Markup.length(HIGH));
        x += width;
      }
    }
    bars.close("svg").text("span", Markup.number(row.all()), "class", "bar-count");
    bars.close("button").close("li").line();
  }

  private static String label(String value) {
    return value.isEmpty() ? Facets.NONE : value;
  }

  /** Of a long dotted name the end says most. */
  private static String ending(String name) {
    String end = name;
    while (end.length() > LONGEST && end.indexOf('.') >= 0) {
      end = end.substring(end.indexOf('.') + 1);
    }
    return end.equals(name) ? name : "…" + end;
  }

  /** What all names start with, up to a dot; empty when that is nothing. */
  private static String commonPackage(List<Tally.Row> rows) {
    if (rows.size() < 2) {
      return "";
    }
    String common = rows.get(0).value();
    for (Tally.Row row : rows) {
      while (!row.value().startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common.substring(0, common.lastIndexOf('.') + 1);
  }
}
