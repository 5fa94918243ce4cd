package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decodes types and signatures from the tables. Safe for use by several threads: what it remembers
 * is immutable, and computed twice at worst.
 */
final class Decoder {
  /** The ways a {@link TypeSig} is written, in the low bits of its first number. */
  enum Kind {
    PLAIN,
    GENERIC,
    VAR,
    ARRAY,
    EXTENDS,
    SUPER,
    UNKNOWN;

    /** How many low bits state the kind. */
    static final int BITS = 3;

    private static final Kind[] ALL = values();
  }

  private final Table strings;
  private final Table signatures;
  private final Table types;
  private final String[] texts;
  private final TypeSig[] known;

  Decoder(Table strings, Table signatures, Table types) {
    this.strings = strings;
    this.signatures = signatures;
    this.types = types;
    this.texts = new String[strings.count()];
    this.known = new TypeSig[signatures.count()];
  }

  String text(int number) {
    String text = texts[number];
    if (text == null) {
      text = strings.text(number);
      texts[number] = text;
    }
    return text;
  }

  /**
   * The type with that number.
   *
   * @param name its erased canonical name, which the entry does not repeat
   */
  ClassInfo type(int number, String name) {
    Cursor in = types.entry(number);
    return new ClassInfo(
        name,
        in.number(),
        typeParams(in),
        signature(in),
        list(in, () -> signature(in)),
        list(in, () -> method(in)),
        list(in, () -> new FieldInfo(text(in.number()), in.number(), signature(in))),
        list(in, () -> text(in.number())));
  }

  private MethodInfo method(Cursor in) {
    return new MethodInfo(
        text(in.number()),
        in.number(),
        typeParams(in),
        list(in, () -> signature(in)),
        signature(in));
  }

  private List<TypeParam> typeParams(Cursor in) {
    return list(in, () -> new TypeParam(text(in.number()), signature(in)));
  }

  private TypeSig signature(Cursor in) {
    return signature(in.number());
  }

  private TypeSig signature(int number) {
    TypeSig signature = known[number];
    if (signature == null) {
      signature = decode(signatures.entry(number));
      known[number] = signature;
    }
    return signature;
  }

  private TypeSig decode(Cursor in) {
    int head = in.number();
    int first = head >>> Kind.BITS;
    return switch (Kind.ALL[head & ((1 << Kind.BITS) - 1)]) {
      case PLAIN -> TypeSig.named(join(text(first), text(in.number())));
      case GENERIC ->
          new TypeSig.Named(
              ((TypeSig.Named) signature(first)).name(), list(in, () -> signature(in)));
      case VAR -> new TypeSig.Var(text(first));
      case ARRAY -> new TypeSig.Array(signature(first));
      case EXTENDS -> new TypeSig.Wildcard(signature(first), false);
      case SUPER -> new TypeSig.Wildcard(signature(first), true);
      case UNKNOWN -> TypeSig.UNKNOWN;
    };
  }

  /** A package and the name of a type in it, as one name. */
  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + '.' + name;
  }

  private static <T> List<T> list(Cursor in, Supplier<T> element) {
    int count = in.number();
    List<T> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(element.get());
    }
    return elements;
  }
}
