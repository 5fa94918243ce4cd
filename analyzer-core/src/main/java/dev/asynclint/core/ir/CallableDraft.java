package dev.asynclint.core.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A callable while its body is being lowered: how operations, closures and variables are numbered,
 * and what counts as captured. One for all front ends, so that equal sources give equal units. Not
 * safe for use by several threads.
 *
 * @param <F> the front end's own kind of draft
 */
public abstract class CallableDraft<F extends CallableDraft<F>> {
  /** Id of the callable. */
  public final String id;

  /** What it is in the source. */
  public final Callable.Kind kind;

  /** Erased name of the type it belongs to. */
  public final String owner;

  /** The callable it stands in; null for a member of a type that stands in none. */
  public final F enclosing;

  /** Its parameters, in order. */
  public final List<Callable.Variable> params = new ArrayList<>();

  /** Its local variables, in order. */
  public final List<Callable.Variable> locals = new ArrayList<>();

  private final Map<Value, Callable.Capture> captures = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private int operations;
  private int closures;
  private List<Op> ops = new ArrayList<>();

  /** A draft without steps. */
  protected CallableDraft(String id, Callable.Kind kind, String owner, F enclosing) {
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.enclosing = enclosing;
  }

  /** Whether it is a lambda or method reference. */
  public final boolean isClosure() {
    return kind == Callable.Kind.LAMBDA || kind == Callable.Kind.METHOD_REFERENCE;
  }

  /** The next operation number. */
  public final int nextResult() {
    return operations++;
  }

  /** The id of the next closure in source order. */
  public final String nextClosure() {
    return id + "$" + ++closures;
  }

  /** Adds a step. */
  public final void emit(Op op) {
    ops.add(op);
  }

  /** Adds steps. */
  public final void emitAll(List<Op> more) {
    ops.addAll(more);
  }

  /** Runs something and gives the steps it emitted instead of adding them. */
  public final List<Op> collect(Runnable lowering) {
    List<Op> outer = ops;
    ops = new ArrayList<>();
    try {
      lowering.run();
      return ops;
    } finally {
      ops = outer;
    }
  }

  /** The steps emitted since a collection began. */
  public final List<Op> ops() {
    return ops;
  }

  /** Gives a variable a name no other variable visible here has. */
  public final String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; names.contains(unique) || taken.contains(unique); i++) {
      unique = name + "#" + i;
    }
    names.add(unique);
    return unique.intern();
  }

  /** Notes that a variable of an enclosing callable is used; the first use counts. */
  public final void capture(Value variable, String type, Origin origin) {
    captures.merge(
        variable,
        new Callable.Capture(variable, type, origin),
        (one, two) -> two.origin().start() < one.origin().start() ? two : one);
  }

  /** What is captured, in source order: arguments are not lowered in theirs. */
  public final List<Callable.Capture> captures() {
    return captures.values().stream()
        .sorted(Comparator.comparingInt(capture -> capture.origin().start()))
        .toList();
  }
}
