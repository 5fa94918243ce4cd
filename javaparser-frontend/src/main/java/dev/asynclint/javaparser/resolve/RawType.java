package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import java.util.List;
import java.util.Map;

/**
 * A type as its source declares it: names in signatures are as written.
 *
 * @param info {@link ClassInfo#name()} is the simple name
 * @param constants initialiser text of static final fields of primitive or String type, by name
 * @param members types declared inside, in source order
 */
public record RawType(ClassInfo info, Map<String, String> constants, List<RawType> members) {
  /** Copies the collections. */
  public RawType {
    constants = Map.copyOf(constants);
    members = List.copyOf(members);
  }
}
