package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A callable with its operations laid out for look-up. Filled by {@link BodyBuilder}, then fixed.
 */
final class Body {
  final Program program;
  final Callable callable;
  final Unit unit;
  final Body enclosing;
  final List<CallSite> sites = new ArrayList<>();
  final Map<Integer, CallSite> byResult = new HashMap<>();
  final Map<String, List<Value>> localWrites = new HashMap<>();
  final List<Op.Write> fieldWrites = new ArrayList<>();
  final List<Value> returned = new ArrayList<>();
  final List<PlaceRead> reads = new ArrayList<>();
  final Set<String> names = new HashSet<>();

  Body(Program program, Callable callable, Unit unit, Body enclosing) {
    this.program = program;
    this.callable = callable;
    this.unit = unit;
    this.enclosing = enclosing;
    callable.params().forEach(param -> names.add(param.name()));
    callable.locals().forEach(local -> names.add(local.name()));
  }

  /** A field or element read, with where it stands. */
  record PlaceRead(Op.Read read, Frame frame) {}

  String id() {
    return callable.id();
  }

  /** The body that declares a variable: this one or an enclosing one; null when none does. */
  Body declarer(String variable) {
    Body body = this;
    while (body != null && !body.names.contains(variable)) {
      body = body.enclosing;
    }
    return body;
  }

  /**
   * What a reader calls it: {@code Type.method}, or the same for the method a closure stands in.
   */
  String display() {
    Body named = this;
    while (named.callable.isClosure() && named.enclosing != null) {
      named = named.enclosing;
    }
    String owner = simple(named.callable.owner());
    return switch (named.callable.kind()) {
      case CONSTRUCTOR -> "new " + owner;
      case INITIALISER -> "initialiser of " + owner;
      default -> owner + "." + named.callable.name();
    };
  }

  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  Place place() {
    return new Place(unit, callable.origin(), callable.isClosure() ? 2 : callable.name().length());
  }
}
