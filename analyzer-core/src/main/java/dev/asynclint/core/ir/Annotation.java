package dev.asynclint.core.ir;

import java.util.List;

/**
 * An annotation as written.
 *
 * @param type canonical name where imports tell it, else the name as written
 * @param strings string literals and constant names among its arguments, in order; enough for
 *     {@code @SuppressWarnings({"a", "b"})} and {@code @Async("pool")}
 */
public record Annotation(String type, List<String> strings, Origin origin) {
  /** Copies the strings. */
  public Annotation {
    strings = List.copyOf(strings);
  }

  /** The name after the last dot. */
  public String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
