package dev.asynclint.javaparser.classpath;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A jar or class folder. Safe for use by several threads. */
interface Container extends Closeable {

  /** How to name it in a message. */
  String name();

  /**
   * The class files of a package, without their ending and without package, nested types included.
   *
   * @return in no particular order; empty when there is no such package
   */
  List<String> classes(String packageName);

  /** Whether it states a module. */
  boolean hasModule();

  /**
   * The bytes of an entry.
   *
   * @param entry path with {@code /}
   */
  byte[] read(String entry) throws IOException;
}
