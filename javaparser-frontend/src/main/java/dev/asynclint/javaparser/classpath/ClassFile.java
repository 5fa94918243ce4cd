package dev.asynclint.javaparser.classpath;

import dev.asynclint.javaparser.types.ClassInfo;
import java.io.IOException;

/**
 * What one class file declares.
 *
 * @param info its signature
 * @param access its visibility, an enclosing type's not considered
 * @param isTopLevel whether it is declared in no other type
 */
public record ClassFile(ClassInfo info, Access access, boolean isTopLevel) {

  /** Who may name a type or a member. */
  public enum Access {
    /** Everyone. */
    PUBLIC,
    /** Its package and its subtypes. */
    PROTECTED,
    /** Its package. */
    PACKAGE,
    /** Its own source file, or nobody because a compiler made it. */
    HIDDEN
  }

  /**
   * Reads a class file.
   *
   * @param least members that fewer than these may name are left out
   * @throws IOException when it is not a class file, or one this version cannot read
   */
  public static ClassFile read(byte[] bytes, Access least) throws IOException {
    return ClassFileReader.read(bytes, least);
  }

  /** Whether everyone may name it, as far as its own flags say. */
  public boolean isPublic() {
    return access == Access.PUBLIC;
  }
}
