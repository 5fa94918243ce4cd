package dev.asynclint.core.config;

import dev.asynclint.core.config.ConfigException.Fault;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.knowledge.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is wrong with a file, by place. Not safe for use by several threads. */
final class ConfigFaults {
  private final String name;
  private final LineMap lines;
  private final Map<Integer, List<String>> messages = new TreeMap<>();

  ConfigFaults(String name, LineMap lines) {
    this.name = name;
    this.lines = lines;
  }

  void add(int at, String message) {
    messages.computeIfAbsent(at, offset -> new ArrayList<>()).add(message);
  }

  /** A word that is none of those expected, with the one that was probably meant. */
  void unknown(int at, String what, String word, Collection<String> expected) {
    String nearest = Suggestion.nearest(word, expected);
    add(
        at,
        "unknown %s '%s'; %s"
            .formatted(
                what,
                word,
                nearest.isEmpty()
                    ? "there are " + String.join(", ", expected)
                    : "did you mean '" + nearest + "'?"));
  }

  /** An offset as {@code file:line:column}. */
  String place(int at) {
    return name + ":" + lines.line(at) + ":" + lines.column(at);
  }

  void throwIfAny() throws ConfigException {
    List<Fault> faults = new ArrayList<>();
    messages.forEach(
        (at, all) ->
            all.forEach(
                text -> faults.add(new Fault(name, lines.line(at), lines.column(at), text))));
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
  }
}
