package dev.asynclint.core.ir;

import java.util.List;
import java.util.Set;

/**
 * Anything with a body, or a declaration of one.
 *
 * @param id unique in the program and stable for the same source. A method or constructor: {@code
 *     owner.name(erased,parameter,types)}; an initialiser: {@code owner.<clinit>} or {@code
 *     owner.<fields>}; a lambda or method reference: the enclosing callable's id, {@code $}, and
 *     its ordinal there from 1 in source order
 * @param kind what it is in the source
 * @param owner erased canonical name of the type it belongs to
 * @param name simple name; {@code <init>} for constructors; {@code lambda} for closures
 * @param params parameters in order
 * @param annotations annotations on the declaration itself
 * @param modifiers modifiers as written, plus {@code abstract} for bodiless interface methods,
 *     {@code varargs} where the last parameter is one
 * @param enclosing id of the callable a closure stands in, for a member of a local or anonymous
 *     class that of the callable the class stands in; empty otherwise
 * @param captures variables of enclosing callables that the body uses, in order of first use
 * @param locals local variables the body declares, in order; a name declared twice in one callable
 *     is told apart by {@code #2}, {@code #3} …
 * @param returns erased result type; {@link Types#UNKNOWN} for a lambda unless evident
 * @param body the steps; {@link Op.Block#EMPTY} when there are none
 * @param hasBody false for abstract and native methods
 */
public record Callable(
    String id,
    Kind kind,
    String owner,
    String name,
    List<Variable> params,
    List<Annotation> annotations,
    Set<String> modifiers,
    String enclosing,
    List<Capture> captures,
    List<Variable> locals,
    String returns,
    Op.Block body,
    boolean hasBody,
    Origin origin) {

  /** What a callable is in the source. */
  public enum Kind {
    /** A method. */
    METHOD,
    /** A constructor; the compact constructor of a record too. */
    CONSTRUCTOR,
    /** Field initialisers and initialiser blocks, gathered in source order. */
    INITIALISER,
    /** A lambda. */
    LAMBDA,
    /** A method reference; its body is the one call it stands for. */
    METHOD_REFERENCE
  }

  /** Copies the collections. */
  public Callable {
    params = List.copyOf(params);
    annotations = List.copyOf(annotations);
    modifiers = Set.copyOf(modifiers);
    captures = List.copyOf(captures);
    locals = List.copyOf(locals);
  }

  /** Whether this is a lambda or method reference. */
  public boolean isClosure() {
    return kind == Kind.LAMBDA || kind == Kind.METHOD_REFERENCE;
  }

  /** A parameter or local variable; the type is erased, or {@link Types#UNKNOWN}. */
  public record Variable(String name, String type, List<Annotation> annotations, Origin origin) {
    /** Copies the annotations. */
    public Variable {
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * A variable of an enclosing callable, or the enclosing instance.
   *
   * @param variable {@link Value.Local}, {@link Value.Param} or {@link Value.This}
   * @param origin the first use
   */
  public record Capture(Value variable, String type, Origin origin) {}
}
