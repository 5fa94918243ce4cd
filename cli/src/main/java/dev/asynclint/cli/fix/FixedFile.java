package dev.asynclint.cli.fix;

import dev.asynclint.core.rule.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A file and the edits it gets.
 *
 * @param name as reports name it
 * @param path where it is
 * @param before its text, as it is in the file
 * @param edits in order, none of them over another; their offsets leave out a byte order mark
 * @param encoding how the file is written
 */
public record FixedFile(
    String name, Path path, String before, List<Finding.Edit> edits, Charset encoding) {
  private static final String MARK = "\uFEFF";

  /** Puts the edits in order. */
  public FixedFile {
    edits =
        edits.stream()
            .sorted(
                Comparator.comparingInt(Finding.Edit::start).thenComparingInt(Finding.Edit::end))
            .toList();
  }

  FixedFile(String name, Path path, String before, List<Finding.Edit> edits) {
    this(name, path, before, edits, StandardCharsets.UTF_8);
  }

  /** Its text with all edits; lines that no edit touches keep every character. */
  String after() {
    return part(0, before.length());
  }

  /** A part of the text with the edits in it, none of which crosses its border. */
  String part(int from, int to) {
    StringBuilder text = new StringBuilder();
    int at = from;
    for (Finding.Edit edit : edits) {
      int start = edit.start() + shift();
      int end = edit.end() + shift();
      if (start >= from && end <= to && (start < to || to == before.length())) {
        text.append(before, at, start).append(inItsLines(edit.text()));
        at = end;
      }
    }
    return text.append(before, at, to).toString();
  }

  /** Whether its bytes are those of the same text in UTF-8. */
  public boolean isPlain() {
    return encoding.equals(StandardCharsets.UTF_8)
        || Arrays.equals(before.getBytes(encoding), before.getBytes(StandardCharsets.UTF_8));
  }

  /** How far offsets in the file lie behind those of edits. */
  int shift() {
    return before.startsWith(MARK) ? MARK.length() : 0;
  }

  /** A file of the lines of one system gets no lines of another. */
  private String inItsLines(String text) {
    return before.contains("\r\n") ? text.replaceAll("\r?\n", "\r\n") : text;
  }
}
