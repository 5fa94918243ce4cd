package dev.asynclint.errorprone.lowering;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** A callable while its body is being lowered. */
final class Frame {
  final String id;
  final Callable.Kind kind;

  /** Erased name of the type it belongs to. */
  final String owner;

  /** The callable it stands in; null for a member of a type that stands in none. */
  final Frame enclosing;

  final List<Callable.Variable> params = new ArrayList<>();
  final List<Callable.Variable> locals = new ArrayList<>();

  /** Types of the values a lambda returns; null where one is not known. */
  final List<TypeMirror> results = new ArrayList<>();

  private final Map<Value, Callable.Capture> captures = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private int operations;
  private int closures;
  private List<Op> ops = new ArrayList<>();

  Frame(String id, Callable.Kind kind, String owner, Frame enclosing) {
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.enclosing = enclosing;
  }

  boolean isClosure() {
    return kind == Callable.Kind.LAMBDA || kind == Callable.Kind.METHOD_REFERENCE;
  }

  /** The next operation number. */
  int nextResult() {
    return operations++;
  }

  /** The id of the next closure in source order. */
  String nextClosure() {
    return id + "$" + ++closures;
  }

  void emit(Op op) {
    ops.add(op);
  }

  void emitAll(List<Op> more) {
    ops.addAll(more);
  }

  /** Runs something and gives the steps it emitted instead of adding them. */
  List<Op> collect(Runnable lowering) {
    List<Op> outer = ops;
    ops = new ArrayList<>();
    try {
      lowering.run();
      return ops;
    } finally {
      ops = outer;
    }
  }

  /** Gives a variable a name no other variable visible here has. */
  String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; names.contains(unique) || taken.contains(unique); i++) {
      unique = name + "#" + i;
    }
    names.add(unique);
    return unique.intern();
  }

  /** Notes that a variable of an enclosing callable is used; the first use counts. */
  void capture(Value variable, String type, Origin origin) {
    captures.merge(
        variable,
        new Callable.Capture(variable, type, origin),
        (one, two) -> two.origin().start() < one.origin().start() ? two : one);
  }

  /** What is captured, in source order: arguments are not lowered in theirs. */
  List<Callable.Capture> captures() {
    return captures.values().stream()
        .sorted(Comparator.comparingInt(capture -> capture.origin().start()))
        .toList();
  }
}
