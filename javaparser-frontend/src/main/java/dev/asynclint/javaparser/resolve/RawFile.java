package dev.asynclint.javaparser.resolve;

import java.util.List;

/** The declarations of one source file. */
public record RawFile(Imports imports, List<RawType> types) {
  /** Copies the types. */
  public RawFile {
    types = List.copyOf(types);
  }
}
