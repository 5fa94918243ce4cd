package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.SafeText;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What findings share, kept once: files with the lines that are shown of them, and texts. */
final class Tables {
  private static final int LONGEST_LINE = 400;
  private static final int CONTEXT = 2;
  private static final int MOST_LINES = 12;

  private final ScanResult result;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Shown> files = new LinkedHashMap<>();

  Tables(ScanResult result) {
    this.result = result;
  }

  /** A file and the lines that are shown of it, by number from 1. */
  record Shown(int index, SortedMap<Integer, String> lines) {}

  /** The number of a text; the same for the same text. */
  int text(String text) {
    return texts.computeIfAbsent(SafeText.of(text), one -> texts.size());
  }

  /** The number of a file. */
  int file(String name) {
    return shown(name).index();
  }

  /** Keeps the line a place starts on. */
  void keepLine(Location place) {
    keep(place.file(), place.startLine(), place.startLine());
  }

  /** Keeps the lines of a place and those around it. */
  void keepContext(Location place) {
    int last = Math.min(place.endLine(), place.startLine() + MOST_LINES);
    keep(place.file(), place.startLine() - CONTEXT, last + CONTEXT);
  }

  private void keep(String file, int first, int last) {
    SortedMap<Integer, String> lines = shown(file).lines();
    int end = Math.min(last, result.sources().text(file).lines().lines());
    for (int line = Math.max(first, 1); line <= end; line++) {
      lines.computeIfAbsent(line, number -> line(file, number));
    }
  }

  private String line(String file, int number) {
    String line = result.sources().line(file, number);
    return SafeText.of(
        line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…");
  }

  private Shown shown(String name) {
    return files.computeIfAbsent(name, file -> new Shown(files.size(), new TreeMap<>()));
  }

  /** All texts, in the order of their numbers. */
  Iterable<String> texts() {
    return texts.keySet();
  }

  /** All files, in the order of their numbers. */
  Map<String, Shown> files() {
    return files;
  }
}
