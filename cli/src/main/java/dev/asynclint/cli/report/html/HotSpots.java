package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.ScannedFile;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Where findings stand close: a map of files, and the same as a table. */
final class HotSpots {
  private static final int CELLS = 48;
  private static final int ROWS = 15;
  private static final double WIDE = 1200;
  private static final double HIGH = 340;
  private static final double GAP = 2;
  private static final double LETTER = 7.6;

  private static final Pattern WORD =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?=\\.)|(?<=_)");

  /** Findings in a thousand lines from which on a cell gets its next shade. */
  private static final List<Integer> SHADES = List.of(0, 2, 5, 10, 20);

  private HotSpots() {}

  private record Spot(Tally.Row findings, ScannedFile file) {
    double density() {
      return 1000.0 * findings.all() / Math.max(file.lines(), 1);
    }

    int shade() {
      int shade = SHADES.size() - 1;
      while (SHADES.get(shade) > density()) {
        shade--;
      }
      return shade;
    }

    String name() {
      return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    String words() {
      return "%s: %s in %s, %s in a thousand"
          .formatted(
              file.name(),
              Markup.count(findings.all(), "finding"),
              Markup.count(file.lines(), "line"),
              Markup.decimal(density()));
    }
  }

  /** Nothing when nothing was found. */
  static Markup of(Facets facets) {
    Markup html = new Markup();
    List<Spot> spots =
        facets.byFile().stream()
            .map(row -> new Spot(row, facets.file(row.value())))
            .sorted(
                Comparator.comparingInt((Spot spot) -> spot.findings().all())
                    .thenComparingDouble(Spot::density)
                    .reversed())
            .limit(CELLS)
            .toList();
    if (spots.isEmpty()) {
      return html;
    }
    html.open("section", "class", "card card-wide", "aria-labelledby", "hot-spots");
    html.text("h2", "Hot spots", "id", "hot-spots");
    int files = facets.byFile().size();
    html.open("p", "class", "note").say(Markup.count(files, "file") + " with findings");
    html.text("span", files > CELLS ? ", the first " + CELLS + " drawn" : "", "class", "of-map");
    html.say(".");
    html.text("span", " Size: findings. Shade: findings in a thousand lines.", "class", "of-map");
    html.close("p");
    map(spots, html.line());
    legend(html);
    table(spots, html);
    return html.close("section").line();
  }

  /** For eyes and mice; the table says the same to everyone else. */
  private static void map(List<Spot> spots, Markup html) {
    html.open(
        "svg",
        "class",
        "map",
        "viewBox",
        "0 0 1200 340",
        "aria-hidden",
        "true",
        "focusable",
        "false");
    html.line();
    List<Treemap.Cell> cells =
        Treemap.of(spots.stream().map(spot -> spot.findings().all()).toList(), WIDE, HIGH);
    for (int i = 0; i < spots.size(); i++) {
      cell(spots.get(i), cells.get(i), html);
    }
    html.close("svg").line();
  }

  private static void cell(Spot spot, Treemap.Cell cell, Markup html) {
    double width = Math.max(cell.width() - GAP, 1);
    double height = Math.max(cell.height() - GAP, 1);
    html.open(
        "g",
        "class",
        "cell shade" + spot.shade(),
        "data-facet",
        "file",
        "data-value",
        spot.file().name());
    html.text("title", spot.words());
    html.shape(
        "rect",
        "x",
        Markup.length(cell.x()),
        "y",
        Markup.length(cell.y()),
        "width",
        Markup.length(width),
        "height",
        Markup.length(height),
        "rx",
        "3");
    int letters = (int) ((width - 12) / LETTER);
    if (letters >= 6 && height >= 22) {
      String name = spot.name().replaceFirst("\\.java$", "");
      html.text(
          "text",
          name.length() <= letters ? name : name.substring(0, letters - 1) + "…",
          "x",
          Markup.length(cell.x() + 7),
          "y",
          Markup.length(cell.y() + 17));
      if (height >= 40) {
        html.text(
            "text",
            Markup.number(spot.findings().all()),
            "class",
            "cell-count",
            "x",
            Markup.length(cell.x() + 7),
            "y",
            Markup.length(cell.y() + 34));
      }
    }
    html.close("g").line();
  }

  private static void legend(Markup html) {
    html.open("p", "class", "shades", "aria-hidden", "true");
    for (int shade = 0; shade < SHADES.size(); shade++) {
      boolean last = shade + 1 == SHADES.size();
      html.open("span").shape("i", "class", "swatch shade" + shade);
      html.say(
          last ? SHADES.get(shade) + " and more" : SHADES.get(shade) + "–" + SHADES.get(shade + 1));
      html.close("span");
    }
    html.close("p").line();
  }

  /** Breaks before the next word of a name rather than anywhere in it. */
  private static void breakable(String name, Markup html) {
    String[] words = WORD.split(name);
    for (int i = 0; i < words.length; i++) {
      (i == 0 ? html : html.open("wbr")).say(words[i]);
    }
  }

  private static void table(List<Spot> spots, Markup html) {
    html.open("div", "class", "scroll").open("table", "class", "spots").open("thead").open("tr");
    html.text("th", "File", "scope", "col");
    html.text("th", "Findings", "scope", "col").text("th", "Lines", "scope", "col");
    html.text("th", "Per 1,000 lines", "scope", "col");
    html.close("tr").close("thead").open("tbody").line();
    for (Spot spot : spots.subList(0, Math.min(ROWS, spots.size()))) {
      html.open("tr")
          .open("td")
          .open(
              "button",
              "type",
              "button",
              "class",
              "link",
              "data-facet",
              "file",
              "data-value",
              spot.file().name(),
              "aria-pressed",
              "false",
              "title",
              spot.file().name());
      breakable(spot.name(), html);
      html.close("button").close("td");
      html.text("td", Markup.number(spot.findings().all()));
      html.text("td", Markup.number(spot.file().lines()));
      html.open("td").shape("i", "class", "swatch shade" + spot.shade(), "aria-hidden", "true");
      html.say(Markup.decimal(spot.density())).close("td").close("tr").line();
    }
    html.close("tbody").close("table").close("div");
  }
}
