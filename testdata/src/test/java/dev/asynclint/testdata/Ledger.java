package dev.asynclint.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads differences that are known and argued: {@code scenario | what | reason} a line. */
final class Ledger {
  private static final Pattern BAR = Pattern.compile(" \\| ");

  private Ledger() {}

  /** One known difference. */
  record Entry(String scenario, String what, String reason) {
    /** The scenario and what differs, as {@code scenario | what}. */
    String difference() {
      return scenario + " | " + what;
    }
  }

  /**
   * The entries of a ledger.
   *
   * @throws AssertionError when a line is none, gives no reason or is not in order
   */
  static List<Entry> read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    String last = "";
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = BAR.split(line);
      if (parts.length != 3 || parts[2].isBlank()) {
        throw new AssertionError("not \"scenario | what | reason\": " + line);
      }
      if (line.compareTo(last) <= 0) {
        throw new AssertionError("not in order: " + line);
      }
      last = line;
      entries.add(new Entry(parts[0], parts[1], parts[2]));
    }
    return entries;
  }
}
