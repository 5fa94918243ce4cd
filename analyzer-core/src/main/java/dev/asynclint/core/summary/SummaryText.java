package dev.asynclint.core.summary;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Summaries as text: a line with the version, then one line a summary, sorted. Fields are separated
 * by tabs: callable, {@code blocks} or {@code waits}, kind, bound ({@code -} for none, {@code ?}
 * for one that is no literal, else as {@link Duration} writes it), then the steps of the way.
 */
public final class SummaryText {
  /** Where summaries stand in a jar or a folder of classes. */
  public static final String PATH = "META-INF/asynclint/summaries";

  private static final String NAME = "asynclint-summaries";
  private static final int VERSION = 1;
  private static final String FREE = "-";
  private static final String TIMED = "?";
  private static final int FIELDS = 4;

  private SummaryText() {}

  /** The text, with line feeds; the same summaries in any order give the same text. */
  public static String write(Collection<CallableSummary> summaries) {
    StringBuilder text = new StringBuilder(NAME + " " + VERSION + "\n");
    summaries.stream()
        .sorted(CallableSummary.ORDER)
        .forEach(
            one -> {
              text.append(one.id()).append('\t').append(one.waits() ? "waits" : "blocks");
              text.append('\t').append(one.kind());
              text.append('\t')
                  .append(one.bound().map(Duration::toString).orElse(one.timed() ? TIMED : FREE));
              one.way().forEach(step -> text.append('\t').append(step));
              text.append('\n');
            });
    return text.toString();
  }

  /**
   * Reads what {@link #write} gave.
   *
   * @throws SummaryException if the text is something else or of a later version; the message says
   *     which, without a name of the file
   */
  public static List<CallableSummary> read(String text) throws SummaryException {
    List<String> lines = text.lines().toList();
    String[] first = lines.isEmpty() ? new String[0] : lines.get(0).split(" ");
    if (first.length != 2 || !first[0].equals(NAME) || !first[1].matches("[1-9][0-9]{0,5}")) {
      throw new SummaryException("are damaged in line 1");
    }
    if (Integer.parseInt(first[1]) > VERSION) {
      throw new SummaryException(
          "have version " + first[1] + ", this asynclint reads up to " + VERSION + "; update it");
    }
    if (!text.endsWith("\n")) {
      throw new SummaryException("are cut off in line " + lines.size());
    }
    List<CallableSummary> all = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      all.add(one(lines.get(i)).orElseThrow(damaged(i + 1)));
    }
    return all;
  }

  private static java.util.function.Supplier<SummaryException> damaged(int line) {
    return () -> new SummaryException("are damaged in line " + line);
  }

  private static Optional<CallableSummary> one(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() <= FIELDS
        || fields.contains("")
        || !fields.get(0).endsWith(")")
        || !fields.get(1).matches("blocks|waits")) {
      return Optional.empty();
    }
    try {
      Optional<Duration> bound =
          List.of(FREE, TIMED).contains(fields.get(3))
              ? Optional.empty()
              : Optional.of(Duration.parse(fields.get(3)));
      return Optional.of(
          new CallableSummary(
              fields.get(0),
              fields.get(1).equals("waits"),
              fields.get(2),
              bound,
              !fields.get(3).equals(FREE),
              fields.subList(FIELDS, fields.size())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
