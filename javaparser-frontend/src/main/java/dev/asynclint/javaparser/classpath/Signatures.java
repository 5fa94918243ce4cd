package dev.asynclint.javaparser.classpath;

import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Parses descriptors and generic signatures (JVMS 4.3 and 4.7.9.1). Single use, one text.
 *
 * <p>A malformed text ends in a {@link StringIndexOutOfBoundsException} or an {@link
 * IllegalArgumentException}.
 */
final class Signatures {
  private static final TypeSig OBJECT = TypeSig.named("java.lang.Object");

  private final String text;
  private final UnaryOperator<String> canonical;
  private int at;

  /**
   * A parser at the start of a text.
   *
   * @param canonical turns an internal name into a canonical one
   */
  Signatures(String text, UnaryOperator<String> canonical) {
    this.text = text;
    this.canonical = canonical;
  }

  /** Type parameters with their first bounds, if the text goes on with any. */
  List<TypeParam> typeParams() {
    List<TypeParam> found = new ArrayList<>();
    if (!skip('<')) {
      return found;
    }
    while (!skip('>')) {
      int colon = text.indexOf(':', at);
      String name = text.substring(at, colon);
      at = colon;
      TypeSig first = null;
      while (skip(':')) {
        if (peek() != ':') {
          TypeSig bound = type();
          first = first == null ? bound : first;
        }
      }
      found.add(new TypeParam(name, first == null ? OBJECT : first));
    }
    return found;
  }

  /** Parameter types in parentheses. */
  List<TypeSig> params() {
    List<TypeSig> found = new ArrayList<>();
    if (!skip('(')) {
      throw new IllegalArgumentException("no parameters at " + at);
    }
    while (!skip(')')) {
      found.add(type());
    }
    return found;
  }

  /** All types up to the end of the text. */
  List<TypeSig> types() {
    List<TypeSig> found = new ArrayList<>();
    while (at < text.length()) {
      found.add(type());
    }
    return found;
  }

  /** One type. */
  TypeSig type() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'B' -> TypeSig.named("byte");
      case 'C' -> TypeSig.named("char");
      case 'D' -> TypeSig.named("double");
      case 'F' -> TypeSig.named("float");
      case 'I' -> TypeSig.named("int");
      case 'J' -> TypeSig.named("long");
      case 'S' -> TypeSig.named("short");
      case 'Z' -> TypeSig.named("boolean");
      case 'V' -> TypeSig.named("void");
      case '[' -> new TypeSig.Array(type());
      case 'T' -> new TypeSig.Var(until(';'));
      case 'L' -> named();
      default -> throw new IllegalArgumentException("no type at " + (at - 1));
    };
  }

  private TypeSig named() {
    StringBuilder name = new StringBuilder();
    List<TypeSig> args = List.of();
    while (true) {
      char c = text.charAt(at++);
      if (c == ';') {
        return new TypeSig.Named(canonical.apply(name.toString()), args);
      } else if (c == '<') {
        args = args();
      } else if (c == '.') {
        // A member of a parameterised type: the arguments of the outer types are let go.
        args = List.of();
        name.append('$');
      } else {
        name.append(c);
      }
    }
  }

  private List<TypeSig> args() {
    List<TypeSig> args = new ArrayList<>();
    while (!skip('>')) {
      if (skip('*')) {
        args.add(new TypeSig.Wildcard(OBJECT, false));
      } else if (skip('+')) {
        args.add(new TypeSig.Wildcard(type(), false));
      } else if (skip('-')) {
        args.add(new TypeSig.Wildcard(type(), true));
      } else {
        args.add(type());
      }
    }
    return args;
  }

  private String until(char end) {
    int stop = text.indexOf(end, at);
    String found = text.substring(at, stop);
    at = stop + 1;
    return found;
  }

  private char peek() {
    return text.charAt(at);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
