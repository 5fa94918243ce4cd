package dev.asynclint.errorprone.lowering;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeKind;

/**
 * Texts that a compilation says again and again, each made once: javac makes one anew whenever a
 * name is asked for its text. Not safe for use by several threads.
 */
final class Words {
  private final Map<Name, String> texts = new IdentityHashMap<>();
  private final Map<String, String> arrays = new HashMap<>();

  /** The text of a name. */
  String of(Name name) {
    String text = texts.get(name);
    if (text == null) {
      text = name.toString().intern();
      texts.put(name, text);
    }
    return text;
  }

  /** The name of an array of a type. */
  String array(String element) {
    return arrays.computeIfAbsent(element, type -> (type + "[]").intern());
  }

  /** The word for a primitive type or void. */
  static String primitive(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> "boolean";
      case BYTE -> "byte";
      case SHORT -> "short";
      case INT -> "int";
      case LONG -> "long";
      case CHAR -> "char";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case VOID -> "void";
      default -> throw new IllegalArgumentException(kind + " is no primitive type");
    };
  }
}
