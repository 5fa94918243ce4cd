package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whole lines that a suggested edit changes, before and after.
 *
 * @param line of the first of them, from 1
 */
record FixPreview(String file, int line, String before, String after) {

  /** The changes in the order of files and places; edits that share a line are one. */
  static List<FixPreview> of(Finding.Fix fix, Sources sources) {
    List<Finding.Edit> edits =
        fix.edits().stream()
            .sorted(Comparator.comparing(Finding.Edit::file).thenComparingInt(Finding.Edit::start))
            .toList();
    List<FixPreview> previews = new ArrayList<>();
    List<Finding.Edit> group = new ArrayList<>();
    for (Finding.Edit edit : edits) {
      if (!group.isEmpty() && !sharesLine(group.get(group.size() - 1), edit, sources)) {
        previews.add(preview(group, sources));
        group.clear();
      }
      group.add(edit);
    }
    if (!group.isEmpty()) {
      previews.add(preview(group, sources));
    }
    return previews;
  }

  private static boolean sharesLine(Finding.Edit one, Finding.Edit next, Sources sources) {
    LineMap lines = sources.text(one.file()).lines();
    return one.file().equals(next.file()) && lines.line(one.end()) == lines.line(next.start());
  }

  private static FixPreview preview(List<Finding.Edit> edits, Sources sources) {
    String file = edits.get(0).file();
    Sources.Text source = sources.text(file);
    String text = source.text();
    int line = source.lines().line(edits.get(0).start());
    int from = source.lines().start(line);
    int last = source.lines().line(edits.get(edits.size() - 1).end());
    int to = last < source.lines().lines() ? source.lines().start(last + 1) : text.length();
    StringBuilder after = new StringBuilder();
    int at = from;
    for (Finding.Edit edit : edits) {
      after.append(text, Math.min(at, edit.start()), edit.start()).append(edit.text());
      at = edit.end();
    }
    after.append(text, Math.min(at, to), to);
    return new FixPreview(file, line, text.substring(from, to), after.toString());
  }
}
