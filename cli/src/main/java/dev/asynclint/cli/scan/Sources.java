package dev.asynclint.cli.scan;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Location;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text of scanned files, read again when a report asks. For use by one thread. */
public final class Sources {
  private final Map<String, Path> paths = new HashMap<>();
  private final Map<String, LineMap> lineMaps = new HashMap<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final Charset encoding;

  /** The files of a scan, in UTF-8. */
  public Sources(List<Source> sources, List<Unit> units) {
    this(sources, units, StandardCharsets.UTF_8);
  }

  /** The files of a scan. */
  public Sources(List<Source> sources, List<Unit> units, Charset encoding) {
    this.encoding = encoding;
    sources.forEach(source -> paths.put(source.name(), source.path()));
    units.forEach(unit -> lineMaps.put(unit.file(), unit.lines()));
  }

  /** How the files are written. */
  public Charset encoding() {
    return encoding;
  }

  /** Where a file is, if it was scanned. */
  public Optional<Path> path(String file) {
    return Optional.ofNullable(paths.get(file));
  }

  /** The line map the offsets of a file's findings refer to, if it was scanned. */
  public Optional<LineMap> lineMap(String file) {
    return Optional.ofNullable(lineMaps.get(file));
  }

  /** A file's text; empty when it can no longer be read. */
  public Text text(String file) {
    return texts.computeIfAbsent(file, this::read);
  }

  /** A line without its end; empty when there is no such line. */
  public String line(String file, int line) {
    return text(file).line(line);
  }

  /** A malformed byte becomes a replacement character. */
  private Text read(String file) {
    Path path = paths.get(file);
    try {
      return Text.of(path == null ? "" : new String(Files.readAllBytes(path), encoding));
    } catch (IOException e) {
      return Text.of("");
    }
  }

  /** A text and its lines. */
  public record Text(String text, LineMap lines) {
    static Text of(String text) {
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Text(plain, LineMap.of(plain));
    }

    /** A line without its end; empty when there is no such line. */
    public String line(int line) {
      if (line < 1 || line > lines.lines()) {
        return "";
      }
      int start = lines.start(line);
      int end = line == lines.lines() ? text.length() : lines.start(line + 1);
      while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      return text.substring(start, end);
    }

    /** Whole lines, both inclusive, with line feeds between them. */
    public String lines(int first, int last) {
      StringBuilder joined = new StringBuilder();
      for (int line = first; line <= last; line++) {
        joined.append(line == first ? "" : "\n").append(line(line));
      }
      return joined.toString();
    }

    /** What stands between the columns of a location. */
    public String slice(Location location) {
      String whole = lines(location.startLine(), location.endLine());
      int tail = line(location.endLine()).length() - (location.endColumn() - 1);
      int from = Math.min(location.startColumn() - 1, whole.length());
      int to = Math.max(whole.length() - Math.max(tail, 0), from);
      return whole.substring(from, to);
    }
  }
}
