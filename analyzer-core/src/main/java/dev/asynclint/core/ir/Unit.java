package dev.asynclint.core.ir;

import java.util.List;

/**
 * One source file.
 *
 * @param file path as it will be reported, with {@code /}
 * @param types every type declared in the file, nested, local and anonymous ones too, outer first
 * @param callables every callable of the file, in source order, closures after the callable they
 *     stand in
 * @param comments comments that address this tool ({@code // asynclint: …}), in source order
 * @param complete false when parts of the file could not be parsed
 * @param header package and imports
 */
public record Unit(
    String file,
    List<TypeDecl> types,
    List<Callable> callables,
    List<Comment> comments,
    LineMap lines,
    boolean complete,
    Header header) {
  /** Copies the collections. */
  public Unit {
    types = List.copyOf(types);
    callables = List.copyOf(callables);
    comments = List.copyOf(comments);
  }

  /** A file whose package and imports do not matter. */
  public Unit(
      String file,
      List<TypeDecl> types,
      List<Callable> callables,
      List<Comment> comments,
      LineMap lines,
      boolean complete) {
    this(file, types, callables, comments, lines, complete, Header.NONE);
  }

  /** A line comment's text without the slashes, trimmed. */
  public record Comment(String text, Origin origin) {}
}
