package dev.asynclint.core.ir;

import java.util.List;

/**
 * What stands in a file before its types.
 *
 * @param packageName empty for the unnamed package
 * @param packageEnd offset after the semicolon of the package declaration; 0 when there is none
 * @param imports in source order
 */
public record Header(String packageName, int packageEnd, List<Import> imports) {
  /** A file that starts with its types. */
  public static final Header NONE = new Header("", 0, List.of());

  /** Copies the imports. */
  public Header {
    imports = List.copyOf(imports);
  }

  /**
   * An import declaration.
   *
   * @param name as written, ending in {@code .*} when on demand; a module's name for the import of
   *     a module
   * @param kind what it imports
   * @param start offset of the word {@code import}
   * @param end offset after the semicolon
   */
  public record Import(String name, Kind kind, int start, int end) {
    /** What an import declaration imports. */
    public enum Kind {
      /** One type, or the types of a package. */
      TYPE,
      /** One static member, or those of a type. */
      STATIC,
      /** The packages of a module. */
      MODULE
    }
  }
}
