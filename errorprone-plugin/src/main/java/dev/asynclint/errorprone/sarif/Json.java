package dev.asynclint.errorprone.sarif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and truth values as JSON, indented by two blanks. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** A document that ends in a line feed. Maps keep their order. */
  static String of(Map<String, ?> document) {
    Json json = new Json();
    json.value(document, 0);
    return json.out.append('\n').toString();
  }

  /** An ordered object of names and values in turn; members whose value is null are left out. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        object.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return object;
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> object) {
      members(object, depth);
    } else if (value instanceof List<?> array) {
      elements(array, depth);
    } else if (value instanceof String text) {
      string(text);
    } else {
      out.append(value);
    }
  }

  private void members(Map<?, ?> object, int depth) {
    if (object.isEmpty()) {
      out.append("{}");
      return;
    }
    String separator = "{";
    for (Map.Entry<?, ?> member : object.entrySet()) {
      out.append(separator);
      line(depth + 1);
      string((String) member.getKey());
      out.append(": ");
      value(member.getValue(), depth + 1);
      separator = ",";
    }
    line(depth);
    out.append('}');
  }

  private void elements(List<?> array, int depth) {
    if (array.isEmpty()) {
      out.append("[]");
      return;
    }
    String separator = "[";
    for (Object element : array) {
      out.append(separator);
      line(depth + 1);
      value(element, depth + 1);
      separator = ",";
    }
    line(depth);
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  /** Halves of surrogate pairs are escaped where they stand alone: UTF-8 has no form for them. */
  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
