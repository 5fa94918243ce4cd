package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.KnowledgeException.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What calls cost where they were measured. Immutable; safe for use by several threads.
 *
 * <p>As text: lines that begin with a hash tell of the machine; then a line with the names of the
 * columns, and one line a row, whose fields are separated by tabs.
 */
public final class CostTable {
  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of("id", "call", "with", "nanos", "cpuNanos", "bytes", "coldNanos", "coldBytes");

  private static final String FILE = "costs.tsv";
  private static final int TEXTS = 3;

  private final List<String> notes;
  private final Map<String, Row> rows;

  /**
   * A table of rows.
   *
   * @param notes of the machine, one line each
   * @param rows in their order
   * @throws IllegalArgumentException if two have the same id
   */
  public CostTable(List<String> notes, List<Row> rows) {
    this.notes = List.copyOf(notes);
    Map<String, Row> byId = new LinkedHashMap<>();
    for (Row row : rows) {
      if (byId.put(row.id, row) != null) {
        throw new IllegalArgumentException("two rows are called '" + row.id + "'");
      }
    }
    this.rows = Collections.unmodifiableMap(byId);
  }

  /**
   * What one call costs. Times are in nanoseconds; no number is negative.
   *
   * @param id what knowledge files cite
   * @param call the member, such as {@code Files.exists}
   * @param with what it was called with, in words; may be empty
   * @param nanos once it has been made often
   * @param cpuNanos how much of that is processor time
   * @param bytes what it allocates then
   * @param coldNanos the first time in a process, with the loading of classes
   * @param coldBytes what it allocates then
   */
  public record Row(
      String id,
      String call,
      String with,
      long nanos,
      long cpuNanos,
      long bytes,
      long coldNanos,
      long coldBytes) {
    /** How long a poll takes that makes the call, once it has been made often. */
    public Duration time() {
      return Duration.ofNanos(nanos);
    }

    private String text() {
      return String.join("\t", id, call, with)
          + "\t%d\t%d\t%d\t%d\t%d\n".formatted(nanos, cpuNanos, bytes, coldNanos, coldBytes);
    }
  }

  /** The table that ships with asynclint; read once. */
  public static CostTable shipped() {
    return Shipped.TABLE;
  }

  /**
   * What a text says.
   *
   * @param file what to call it in messages
   * @throws KnowledgeException with everything that is wrong
   */
  public static CostTable parse(String file, String text) {
    List<Fault> faults = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    boolean headed = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("#")) {
        notes.add(line.substring(1).strip());
      } else if (!headed) {
        headed = true;
        if (!line.equals(String.join("\t", COLUMNS))) {
          String names = String.join(", ", COLUMNS);
          faults.add(
              new Fault(file, number, 1, "expected the columns, separated by tabs: " + names));
        }
      } else {
        try {
          Row row = row(line);
          if (rows.put(row.id, row) != null) {
            throw new IllegalArgumentException("the row '" + row.id + "' stands twice; remove one");
          }
        } catch (IllegalArgumentException e) {
          faults.add(new Fault(file, number, 1, e.getMessage()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new KnowledgeException(faults);
    }
    return new CostTable(notes, List.copyOf(rows.values()));
  }

  private static Row row(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "expected %d fields separated by tabs, not %d".formatted(COLUMNS.size(), fields.length));
    }
    long[] numbers = new long[fields.length];
    for (int i = TEXTS; i < fields.length; i++) {
      if (!fields[i].matches("[0-9]{1,18}")) {
        throw new IllegalArgumentException(
            "%s is '%s'; write a whole number".formatted(COLUMNS.get(i), fields[i]));
      }
      numbers[i] = Long.parseLong(fields[i]);
    }
    return new Row(
        fields[0],
        fields[1],
        fields[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7]);
  }

  /** The same table as a text that {@link #parse} reads. */
  public String text() {
    return notes.stream().map(note -> "# " + note + "\n").collect(Collectors.joining())
        + String.join("\t", COLUMNS)
        + "\n"
        + rows.values().stream().map(Row::text).collect(Collectors.joining());
  }

  /** What is told of the machine, one line each. */
  public List<String> notes() {
    return notes;
  }

  /** All rows, in their order. */
  public Collection<Row> rows() {
    return rows.values();
  }

  /** The ids of all rows, in their order. */
  public Collection<String> ids() {
    return rows.keySet();
  }

  /** The row of an id. */
  public Optional<Row> byId(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** Reads the shipped table on first use. */
  private static final class Shipped {
    private static final CostTable TABLE = parse(FILE, KnowledgeFiles.resource(FILE));

    private Shipped() {}
  }
}
