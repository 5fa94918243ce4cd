package dev.asynclint.core.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The supertypes of types the program mentions. Type names are erased and canonical: {@code
 * java.util.Map.Entry}, {@code byte[]}, {@code int}. A type variable is its first bound.
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface Types {
  /** Stands for a type nothing is known of. */
  String UNKNOWN = "?";

  /**
   * The direct supertypes, superclass first, as declared.
   *
   * @return empty for {@code java.lang.Object}, primitives, arrays and types not known
   */
  List<String> supertypes(String type);

  /**
   * The abstract methods of a type and of its supertypes, each as {@code name/parameters}.
   *
   * @return empty for types without any and for types not known
   */
  default Set<String> abstractMethods(String type) {
    return Set.of();
  }

  /** The type itself and all its supertypes, nearest first, without duplicates. */
  default Set<String> lineage(String type) {
    Set<String> seen = new LinkedHashSet<>();
    seen.add(type);
    List<String> wave = List.of(type);
    while (!wave.isEmpty()) {
      List<String> next = new java.util.ArrayList<>();
      for (String one : wave) {
        for (String parent : supertypes(one)) {
          if (seen.add(parent)) {
            next.add(parent);
          }
        }
      }
      wave = next;
    }
    return seen;
  }

  /** Whether a type is, or extends, or implements another. False when nothing says so. */
  default boolean isA(String type, String ancestor) {
    return type.equals(ancestor) || lineage(type).contains(ancestor);
  }
}
