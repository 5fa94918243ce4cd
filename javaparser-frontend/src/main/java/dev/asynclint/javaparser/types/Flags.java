package dev.asynclint.javaparser.types;

/** Bits of a type or member. */
public final class Flags {
  /** Declared static. */
  public static final int STATIC = 1;

  /** Has no body: an abstract class or method. */
  public static final int ABSTRACT = 1 << 1;

  /** An interface or annotation type. */
  public static final int INTERFACE = 1 << 2;

  /** The last parameter takes any number of arguments. */
  public static final int VARARGS = 1 << 3;

  /** An enum. */
  public static final int ENUM = 1 << 4;

  /** A record. */
  public static final int RECORD = 1 << 5;

  /** An annotation type. */
  public static final int ANNOTATION = 1 << 6;

  /** Declared final. */
  public static final int FINAL = 1 << 7;

  /** Declared private. */
  public static final int PRIVATE = 1 << 8;

  private Flags() {}
}
