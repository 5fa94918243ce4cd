package dev.asynclint.cli.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A baseline as JSON, one finding a line, so that changes of it can be read and merged. */
public final class BaselineFile {
  private static final int VERSION = 1;
  private static final List<String> FIELDS =
      List.of("fingerprint", "rule", "path", "callable", "message");

  private static final String NO_BASELINE = "is no baseline of asynclint";

  private final String name;
  private final JsonParser json;

  private BaselineFile(String name, JsonParser json) {
    this.name = name;
    this.json = json;
  }

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
    try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(file))) {
      return new Baseline(new BaselineFile(name, json).entries(), Optional.of(file));
    } catch (JsonProcessingException e) {
      // Jackson repeats the position, and what it does not show of the file.
      String reason = e.getOriginalMessage().replaceFirst("(?s)( \\(start marker|\n).*", "");
      throw fault(name, e.getLocation(), "is no JSON: " + reason);
    } catch (IOException e) {
      throw new MalformedException(
          name + ": cannot be read; 'asynclint baseline create' makes a baseline");
    }
  }

  /** Reads the document; members that are not ours are passed over. */
  private List<Known> entries() throws IOException, MalformedException {
    List<Known> entries = null;
    boolean versioned = false;
    JsonLocation start = next(JsonToken.START_OBJECT, NO_BASELINE);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      if (member.equals("version")) {
        JsonLocation at = next(JsonToken.VALUE_NUMBER_INT, "'version' is a number");
        versioned = true;
        if (!json.getText().equals(String.valueOf(VERSION))) {
          throw fault(
              name,
              at,
              "was made by a later version of asynclint; use that one, or create it anew");
        }
      } else if (member.equals("findings")) {
        next(JsonToken.START_ARRAY, "'findings' is an array");
        entries = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          entries.add(entry());
        }
      } else {
        json.nextToken();
        json.skipChildren();
      }
    }
    if (!versioned || entries == null) {
      throw fault(name, start, NO_BASELINE);
    }
    next(null, "something stands behind the end of the baseline");
    return entries;
  }

  private Known entry() throws IOException, MalformedException {
    JsonLocation start = json.currentTokenLocation();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw fault(name, start, "an entry of 'findings' is an object");
    }
    Map<String, String> values = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        values.put(member, json.getText());
      } else {
        json.skipChildren();
      }
    }
    for (String field : FIELDS) {
      if (!values.containsKey(field)) {
        throw fault(name, start, "this entry of 'findings' lacks the text '" + field + "'");
      }
    }
    List<String> fields = FIELDS.stream().map(values::get).toList();
    return new Known(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
  }

  /** Where the next token is, which must be of that kind. */
  private JsonLocation next(JsonToken kind, String otherwise)
      throws IOException, MalformedException {
    JsonToken token = json.nextToken();
    JsonLocation at = json.currentTokenLocation();
    if (token != kind) {
      throw fault(name, at, otherwise);
    }
    return at;
  }

  private static MalformedException fault(String name, JsonLocation at, String message) {
    return new MalformedException(
        "%s:%d:%d: %s"
            .formatted(
                name,
                at == null ? 1 : Math.max(at.getLineNr(), 1),
                at == null ? 1 : Math.max(at.getColumnNr(), 1),
                message));
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
