package dev.asynclint.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a call that keeps its thread does, in words; the keys are the kinds of knowledge files. */
public final class Words {
  private static final List<String> UNITS = List.of("ns", "\u00b5s", "ms", "s");

  private static final Map<String, String> BY_KIND =
      Map.ofEntries(
          Map.entry("sleep", "sleeps"),
          Map.entry("file", "waits for the file system"),
          Map.entry("metadata", "asks the file system"),
          Map.entry("url", "waits for what the URL names"),
          Map.entry("archive", "reads an archive"),
          Map.entry("class-path", "searches the class path"),
          Map.entry("socket", "waits for the network"),
          Map.entry("pipe", "waits for the other end of a pipe"),
          Map.entry("dns", "waits for a name server"),
          Map.entry("process", "waits for a process"),
          Map.entry("database", "waits for the database"),
          Map.entry("transaction", "waits for the database"),
          Map.entry("search", "waits for the search engine"),
          Map.entry("http", "waits for a response"),
          Map.entry("rpc", "waits for a response"),
          Map.entry("cloud", "waits for a response"),
          Map.entry("redis", "waits for Redis"),
          Map.entry("cache", "waits for the cache"),
          Map.entry("messaging", "waits for the broker"),
          Map.entry("mail", "waits for the mail server"),
          Map.entry("directory", "waits for the directory service"),
          Map.entry("console", "waits for the console"),
          Map.entry("permit", "waits for a permit"),
          Map.entry("queue", "waits for the other end of a queue"));

  private Words() {}

  /** A verb phrase such as "waits for the database". */
  public static String waits(String kind) {
    return BY_KIND.getOrDefault(kind, "waits for a " + kind);
  }

  /** A length of time with one digit, which is as much as another machine would agree on. */
  public static String about(Duration time) {
    long nanos = Math.max(1, time.toNanos());
    long digit = 1;
    while (nanos / digit >= 10) {
      digit *= 10;
    }
    long rounded = Math.round((double) nanos / digit) * digit;
    for (int i = UNITS.size() - 1; i > 0; i--) {
      long unit = Math.round(Math.pow(1000, i));
      if (rounded >= unit) {
        return "about %d %s".formatted(rounded / unit, UNITS.get(i));
      }
    }
    return "about %d %s".formatted(rounded, UNITS.get(0));
  }
}
