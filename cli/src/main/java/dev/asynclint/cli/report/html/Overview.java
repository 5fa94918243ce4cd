package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.core.engine.Problem;
import java.util.ArrayList;
import java.util.List;

/** What stands around the findings: the figures of the scan, its charts and its troubles. */
final class Overview {
  private static final int PROBLEMS = 200;

  private Overview() {}

  /** The name of the tool and what was read. */
  static Markup header(ScanResult result, String tool, String version) {
    Markup html = new Markup();
    html.open("h1").text("span", tool, "class", "tool").close("h1");
    html.text("p", "version " + version, "class", "version").line();
    html.open("ul", "class", "read");
    for (String fact : read(result.summary())) {
      html.text("li", fact);
    }
    return html.close("ul").line();
  }

  private static List<String> read(Summary summary) {
    List<String> facts = new ArrayList<>();
    facts.add(Markup.count(summary.files(), "file"));
    facts.add(Markup.count(summary.lines(), "line"));
    if (summary.release() > 0) {
      facts.add("Java " + summary.release());
    }
    if (summary.callsResolved().isPresent()) {
      facts.add(Markup.decimal(summary.callsResolved().getAsDouble()) + " % of calls resolved");
    }
    return facts;
  }

  /** All charts. */
  static Markup charts(Facets facets) {
    return new Markup()
        .add(Charts.ring(facets.all()))
        .add(Charts.bars("Family", "family", facets.families(), ""))
        .add(Charts.bars("Package", "package", facets.packages(), ""))
        .add(
            Charts.bars(
                "Dialect", "dialect", facets.dialects(), "a file may be written in several"))
        .add(HotSpots.of(facets));
  }

  /** What a reader should know of findings that are not in the list; nothing when all is well. */
  static Markup notes(ScanResult result) {
    Markup html = new Markup();
    List<String> notes = new ArrayList<>();
    hidden(result, Hidden.Because.SOURCE, "ignored in the source", notes);
    hidden(result, Hidden.Because.BASELINE, "known to the baseline", notes);
    hidden(result, Hidden.Because.UNCHANGED, "that no changed line takes part in", notes);
    if (result.summary().testsSkipped() > 0) {
      notes.add(Markup.count(result.summary().testsSkipped(), "test file") + " passed over");
    }
    if (!notes.isEmpty()) {
      html.text("p", "Not listed: " + String.join(", ", notes) + ".").line();
    }
    if (!result.problems().isEmpty()) {
      problems(result.problems(), html);
    }
    return html;
  }

  private static void hidden(
      ScanResult result, Hidden.Because because, String words, List<String> notes) {
    long count = result.hidden().stream().filter(one -> one.because() == because).count();
    if (count > 0) {
      notes.add(Markup.count(count, "finding") + " " + words);
    }
  }

  private static void problems(List<Problem> problems, Markup html) {
    html.open("details", "class", "problems");
    html.text("summary", Markup.count(problems.size(), "problem") + " with the input");
    html.open("ul").line();
    for (Problem problem : problems.subList(0, Math.min(PROBLEMS, problems.size()))) {
      html.open("li");
      if (!problem.file().isEmpty()) {
        html.text("code", problem.file() + (problem.line() > 0 ? ":" + problem.line() : ""));
        html.say(" ");
      }
      html.say(problem.message()).close("li").line();
    }
    html.close("ul");
    if (problems.size() > PROBLEMS) {
      html.text("p", Markup.number(problems.size() - PROBLEMS) + " more");
    }
    html.close("details").line();
  }
}
