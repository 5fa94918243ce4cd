package dev.asynclint.javaparser.types;

import java.util.List;

/**
 * A type's signature.
 *
 * @param name erased canonical name
 * @param flags {@link Flags} bits
 * @param superclass {@link TypeSig#UNKNOWN} for interfaces and {@code java.lang.Object}
 * @param methods declared ones, constructors as {@code <init>}; private and synthetic ones may be
 *     absent for library types
 * @param memberTypes simple names of the types declared inside
 */
public record ClassInfo(
    String name,
    int flags,
    List<TypeParam> typeParams,
    TypeSig superclass,
    List<TypeSig> interfaces,
    List<MethodInfo> methods,
    List<FieldInfo> fields,
    List<String> memberTypes) {
  /** Copies the lists. */
  public ClassInfo {
    typeParams = List.copyOf(typeParams);
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
    memberTypes = List.copyOf(memberTypes);
  }

  /** Whether a {@link Flags} bit is set. */
  public boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** A type variable with its first bound, {@code java.lang.Object} when none is stated. */
  public record TypeParam(String name, TypeSig bound) {}

  /** A method or constructor. */
  public record MethodInfo(
      String name, int flags, List<TypeParam> typeParams, List<TypeSig> params, TypeSig returns) {
    /** Copies the lists. */
    public MethodInfo {
      typeParams = List.copyOf(typeParams);
      params = List.copyOf(params);
    }

    /** Whether a {@link Flags} bit is set. */
    public boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }

  /** A field. */
  public record FieldInfo(String name, int flags, TypeSig type) {}
}
