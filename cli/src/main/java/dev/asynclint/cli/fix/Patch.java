package dev.asynclint.cli.fix;

import dev.asynclint.core.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/** The difference that edits make to a file, as {@code git apply} takes it. */
final class Patch {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_END = "\\ No newline at end of file\n";

  private final FixedFile file;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  private Patch(FixedFile file) {
    this.file = file;
    String text = file.before();
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at + 1 < text.length()) {
        starts.add(at + 1);
      }
    }
  }

  /** Old lines, from one up to another, and what takes their place. */
  private record Change(int from, int to, List<String> lines) {}

  static String of(FixedFile file) {
    return new Patch(file).text();
  }

  private String text() {
    StringBuilder patch = new StringBuilder();
    // A tab ends names that hold a space.
    String end = file.name().contains(" ") ? "\t\n" : "\n";
    patch.append("--- a/").append(file.name()).append(end);
    patch.append("+++ b/").append(file.name()).append(end);
    int moved = 0;
    List<Change> hunk = new ArrayList<>();
    for (Change change : changes()) {
      if (!hunk.isEmpty() && change.from() - hunk.get(hunk.size() - 1).to() > 2 * CONTEXT) {
        moved += hunk(hunk, moved, patch);
        hunk.clear();
      }
      hunk.add(change);
    }
    if (hunk.isEmpty()) {
      return "";
    }
    hunk(hunk, moved, patch);
    return patch.toString();
  }

  /** Writes a hunk; by how many lines it moves what follows. */
  private int hunk(List<Change> changes, int moved, StringBuilder patch) {
    int from = Math.max(changes.get(0).from() - CONTEXT, 0);
    int to = Math.min(changes.get(changes.size() - 1).to() + CONTEXT, starts.size());
    StringBuilder body = new StringBuilder();
    int at = from;
    int grown = 0;
    for (Change change : changes) {
      lines(' ', at, change.from(), body);
      lines('-', change.from(), change.to(), body);
      change.lines().forEach(line -> line('+', line, body));
      grown += change.lines().size() - (change.to() - change.from());
      at = change.to();
    }
    lines(' ', at, to, body);
    int size = to - from;
    patch.append(
        "@@ -%d,%d +%d,%d @@\n"
            .formatted(
                size == 0 ? from : from + 1,
                size,
                size + grown == 0 ? from + moved : from + moved + 1,
                size + grown));
    patch.append(body);
    return grown;
  }

  private List<Change> changes() {
    List<int[]> ranges = new ArrayList<>();
    for (Finding.Edit edit : file.edits()) {
      int first = lineAt(edit.start() + file.shift());
      int last = lineAt(edit.end() + file.shift());
      int[] before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (before != null && first <= before[1]) {
        before[1] = Math.max(before[1], last);
      } else {
        ranges.add(new int[] {first, last});
      }
    }
    List<Change> changes = new ArrayList<>();
    for (int[] range : ranges) {
      int from = range[0];
      int to = range[1] + 1;
      List<String> lines = split(file.part(starts.get(from), end(to - 1)));
      while (from < to && !lines.isEmpty() && lines.get(0).equals(old(from))) {
        lines.remove(0);
        from++;
      }
      while (from < to && !lines.isEmpty() && lines.get(lines.size() - 1).equals(old(to - 1))) {
        lines.remove(lines.size() - 1);
        to--;
      }
      if (from < to || !lines.isEmpty()) {
        changes.add(new Change(from, to, lines));
      }
    }
    return changes;
  }

  private void lines(char sign, int from, int to, StringBuilder body) {
    for (int line = from; line < to; line++) {
      line(sign, old(line), body);
    }
  }

  private static void line(char sign, String line, StringBuilder body) {
    body.append(sign).append(line);
    if (!line.endsWith("\n")) {
      body.append('\n').append(NO_LINE_END);
    }
  }

  private String old(int line) {
    return file.before().substring(starts.get(line), end(line));
  }

  private int end(int line) {
    return line + 1 < starts.size() ? starts.get(line + 1) : file.before().length();
  }

  private int lineAt(int offset) {
    int line = starts.size() - 1;
    while (starts.get(line) > offset) {
      line--;
    }
    return line;
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, end));
      at = end;
    }
    return lines;
  }
}
