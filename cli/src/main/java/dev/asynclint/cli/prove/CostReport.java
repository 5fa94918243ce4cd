package dev.asynclint.cli.prove;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.report.Json;
import dev.asynclint.core.knowledge.CostTable;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.Member;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes tables of costs.
 *
 * @param table the rows
 * @param knowledge whose members cite them; asked for a page alone, since it cannot be read while
 *     it cites rows that are still to be measured
 * @param poll how long a poll may take
 */
public record CostReport(CostTable table, Supplier<Knowledge> knowledge, Duration poll) {
  private static final List<String> HEAD =
      List.of(
          "row",
          "call",
          "with",
          "time",
          "processor",
          "bytes",
          "first time",
          "first bytes",
          "over a poll");

  private static final List<String> UNITS = List.of("ns", "µs", "ms", "s");

  /** The formats of costs. */
  public enum Format {
    /** A table for people. */
    TEXT,
    /** A page: how to read it, the table, and what was not measured. */
    MD,
    /** One object; {@code docs/formats.md} describes it. */
    JSON,
    /** What ships with knowledge. */
    TSV
  }

  /**
   * Writes all rows, in their order.
   *
   * @param out not closed
   * @throws IOException if {@code out} fails
   */
  public void write(Format format, Writer out) throws IOException {
    switch (format) {
      case TEXT -> text(out);
      case MD -> markdown(out);
      case JSON -> json(out);
      case TSV -> out.write(table.text());
    }
  }

  /** A time with three digits at most, as people write it. */
  static String time(long nanos) {
    double value = nanos;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    String digits = unit == 0 || value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, digits, value) + " " + UNITS.get(unit);
  }

  private boolean isOver(CostTable.Row row) {
    return row.time().compareTo(poll) > 0;
  }

  private List<String> cells(CostTable.Row row) {
    return List.of(
        row.id(),
        row.call(),
        row.with(),
        time(row.nanos()),
        time(row.cpuNanos()),
        Long.toString(row.bytes()),
        time(row.coldNanos()),
        Long.toString(row.coldBytes()),
        isOver(row) ? "yes" : "");
  }

  private void text(Writer out) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    table.rows().forEach(row -> rows.add(cells(row)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        boolean number = i >= 3 && i <= 7;
        line.append(number ? space + row.get(i) : row.get(i) + space).append("  ");
      }
      out.write(line.toString().stripTrailing() + "\n");
    }
    out.write("\n");
    for (String note : table.notes()) {
      out.write(note + "\n");
    }
    out.write("A poll may take %s (pollTime).\n".formatted(time(poll.toNanos())));
  }

  private void markdown(Writer out) throws IOException {
    out.write(CostPage.HEAD.formatted(time(poll.toNanos())));
    for (String note : table.notes()) {
      out.write("- " + note + "\n");
    }
    out.write("\n| " + String.join(" | ", HEAD) + " | cited by |\n");
    out.write("|---|---|---|--:|--:|--:|--:|--:|---|---|\n");
    SortedMap<String, SortedSet<String>> cited = cited();
    for (CostTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(cells(row));
      cells.add(String.join(", ", cited.getOrDefault(row.id(), new TreeSet<>())));
      out.write("| " + String.join(" | ", cells) + " |\n");
    }
    out.write(CostPage.UNMEASURED);
    for (SortedMap.Entry<String, SortedSet<String>> entry : unmeasured().entrySet()) {
      out.write("| %s | %s |\n".formatted(entry.getKey(), String.join(", ", entry.getValue())));
    }
  }

  /** The members that cite a row, by its id. */
  private SortedMap<String, SortedSet<String>> cited() {
    SortedMap<String, SortedSet<String>> cited = new TreeMap<>();
    knowledge
        .get()
        .members()
        .forEach(
            member ->
                member
                    .effects(Effect.Measured.class)
                    .forEach(one -> add(cited, one.row().id(), member)));
    return cited;
  }

  /** The members without a row, by the reason. */
  private SortedMap<String, SortedSet<String>> unmeasured() {
    SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();
    knowledge
        .get()
        .members()
        .forEach(
            member ->
                member
                    .effects(Effect.Unmeasured.class)
                    .forEach(one -> add(reasons, one.reason(), member)));
    return reasons;
  }

  private static void add(SortedMap<String, SortedSet<String>> to, String key, Member member) {
    to.computeIfAbsent(key, one -> new TreeSet<>()).add("`" + member.display() + "`");
  }

  private void json(Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(Json.printer());
      json.writeStartObject();
      json.writeArrayFieldStart("notes");
      for (String note : table.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeNumberField("pollNanos", poll.toNanos());
      json.writeArrayFieldStart("rows");
      for (CostTable.Row row : table.rows()) {
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("call", row.call());
        json.writeStringField("with", row.with());
        json.writeNumberField("nanos", row.nanos());
        json.writeNumberField("cpuNanos", row.cpuNanos());
        json.writeNumberField("bytes", row.bytes());
        json.writeNumberField("coldNanos", row.coldNanos());
        json.writeNumberField("coldBytes", row.coldBytes());
        json.writeBooleanField("overPoll", isOver(row));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }
}
