package dev.asynclint.cli.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A baseline as JSON, one finding a line, so that changes of it can be read and merged. */
public final class BaselineFile {
  private static final int VERSION = 1;
  private static final List<String> FIELDS =
      List.of("fingerprint", "rule", "path", "callable", "message");

  private BaselineFile() {}

  /** The file is not a baseline; the message says where and why. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @param name what to call it in messages
   */
  public static Baseline read(Path file, String name) throws MalformedException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new MalformedException(
          "%s:%d:%d: is no JSON: %s"
              .formatted(
                  name,
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")));
    } catch (IOException e) {
      throw new MalformedException(
          name + ": cannot be read; 'asynclint baseline create' makes a baseline");
    }
    if (!root.path("findings").isArray() || !root.path("version").isInt()) {
      throw new MalformedException(name + ":1:1: is no baseline of asynclint");
    }
    if (root.path("version").intValue() != VERSION) {
      throw new MalformedException(
          name + ": was made by a later version of asynclint; use that one, or create it anew");
    }
    List<Known> entries = new ArrayList<>();
    for (JsonNode node : root.path("findings")) {
      List<String> values =
          FIELDS.stream()
              .filter(field -> node.path(field).isTextual())
              .map(field -> node.path(field).textValue())
              .toList();
      if (values.size() < FIELDS.size()) {
        throw new MalformedException(
            "%s: entry %d of 'findings' lacks one of %s"
                .formatted(name, entries.size() + 1, String.join(", ", FIELDS)));
      }
      entries.add(
          new Known(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)));
    }
    return new Baseline(entries, Optional.of(file));
  }

  /** Writes a baseline; equal ones give equal bytes. */
  public static void write(Baseline baseline, Writer out) throws IOException {
    out.write("{\n  \"version\": " + VERSION + ",\n  \"findings\": [");
    String separator = "\n";
    for (Known known : baseline.entries()) {
      out.write(separator + "    " + line(known));
      separator = ",\n";
    }
    out.write(baseline.entries().isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static String line(Known known) throws IOException {
    List<String> values =
        List.of(known.fingerprint(), known.rule(), known.path(), known.callable(), known.message());
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      for (int i = 0; i < FIELDS.size(); i++) {
        json.writeStringField(FIELDS.get(i), values.get(i));
      }
      json.writeEndObject();
    }
    return line.toString();
  }
}
