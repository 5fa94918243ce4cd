package dev.asynclint.javaparser.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values by falling frequency; equally frequent ones in the order of their texts. */
final class Numbering<T> {
  private final Map<T, Integer> uses = new HashMap<>();
  private final Map<T, Integer> numbers = new HashMap<>();
  private List<T> ordered;

  /**
   * Counts a use.
   *
   * @return whether it is the first one
   */
  boolean use(T value) {
    return uses.merge(value, 1, Integer::sum) == 1;
  }

  /** Ends the counting. */
  void close() {
    ordered =
        uses.keySet().stream()
            .sorted(
                Comparator.comparing((T value) -> -uses.get(value)).thenComparing(Object::toString))
            .toList();
    for (T value : ordered) {
      numbers.put(value, numbers.size());
    }
  }

  List<T> ordered() {
    return ordered;
  }

  int of(T value) {
    return numbers.get(value);
  }
}
