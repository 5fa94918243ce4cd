package dev.asynclint.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document, and where it starts as an offset in the text. */
sealed interface Toml {
  int at();

  /** What it is, in words. */
  String kind();

  /** A string. */
  record Text(String value, int at) implements Toml {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** An integer. */
  record Whole(long value, int at) implements Toml {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** A boolean. */
  record Flag(boolean value, int at) implements Toml {
    @Override
    public String kind() {
      return value ? "true" : "false";
    }
  }

  /** An array; one that {@code [[headers]]} fill is not closed. */
  record Listing(List<Toml> items, boolean closed, int at) implements Toml {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A table. Not safe for use by several threads. */
  final class Table implements Toml {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final int at;
    private Origin origin;

    /** How a table came to be, which decides who may add to it. */
    enum Origin {
      /** Named on the way to another one: a header may still define it. */
      IMPLIED,
      /** Defined by a header. */
      HEADER,
      /** Made by dotted keys: only keys of the same table add to it. */
      KEYS,
      /** Written in braces: complete. */
      INLINE
    }

    Table(Origin origin, int at) {
      this.origin = origin;
      this.at = at;
    }

    /** A key, where it stands, and its value. */
    record Entry(String key, int at, Toml value) {}

    Entry get(String key) {
      return entries.get(key);
    }

    List<Entry> entries() {
      return new ArrayList<>(entries.values());
    }

    void put(String key, int keyAt, Toml value) {
      entries.put(key, new Entry(key, keyAt, value));
    }

    Origin origin() {
      return origin;
    }

    void define() {
      origin = Origin.HEADER;
    }

    @Override
    public int at() {
      return at;
    }

    @Override
    public String kind() {
      return "a table";
    }
  }
}
