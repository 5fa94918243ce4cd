package dev.asynclint.core.ir;

import java.util.List;
import java.util.Set;

/**
 * A class, interface, enum, record or annotation type of the program.
 *
 * @param name erased canonical name; a local class is {@code Outer.method$Name}, an anonymous one
 *     {@code Outer$1} with the ordinal in source order within the outermost type
 * @param supertypes direct supertypes, superclass first, erased; {@code java.lang.Object} left out
 * @param enclosing name of the type it stands in; empty for a top-level type
 * @param enclosingCallable id of the callable a local or anonymous class stands in; empty otherwise
 */
public record TypeDecl(
    String name,
    Kind kind,
    List<String> supertypes,
    List<Annotation> annotations,
    Set<String> modifiers,
    List<Field> fields,
    String enclosing,
    String enclosingCallable,
    Origin origin) {

  /** What a type is in the source. */
  public enum Kind {
    /** A class, also a local one. */
    CLASS,
    /** An interface. */
    INTERFACE,
    /** An enum. */
    ENUM,
    /** A record; its components are final fields. */
    RECORD,
    /** An annotation type. */
    ANNOTATION,
    /** An anonymous class. */
    ANONYMOUS
  }

  /** Copies the collections. */
  public TypeDecl {
    supertypes = List.copyOf(supertypes);
    annotations = List.copyOf(annotations);
    modifiers = Set.copyOf(modifiers);
    fields = List.copyOf(fields);
  }

  /** Whether objects can have exactly this type. */
  public boolean isConcrete() {
    return kind != Kind.INTERFACE && kind != Kind.ANNOTATION && !modifiers.contains("abstract");
  }

  /**
   * A field or record component.
   *
   * @param value the constant, {@link Value.Const}, of a final field initialised with one; else
   *     {@link Value#UNKNOWN}
   */
  public record Field(
      String name,
      String type,
      Set<String> modifiers,
      List<Annotation> annotations,
      Value value,
      Origin origin) {
    /** Copies the collections. */
    public Field {
      modifiers = Set.copyOf(modifiers);
      annotations = List.copyOf(annotations);
    }
  }
}
