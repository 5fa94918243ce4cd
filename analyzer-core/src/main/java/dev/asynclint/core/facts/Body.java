package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A callable with its operations laid out for look-up. Filled by {@link BodyBuilder}, then fixed.
 */
final class Body {
  private static final CallSite[] NO_SITES = {};

  final Program program;
  final Callable callable;
  final Unit unit;
  final Body enclosing;
  List<CallSite> sites = new ArrayList<>();
  Map<String, List<Value>> localWrites = new HashMap<>();
  List<Op.Write> fieldWrites = new ArrayList<>();
  List<Value> returned = new ArrayList<>();
  List<PlaceRead> reads = new ArrayList<>();
  final Set<String> names;

  /** By the number of the operation; null where an operation is no call. */
  private CallSite[] byResult = new CallSite[4];

  Body(Program program, Callable callable, Unit unit, Body enclosing) {
    this.program = program;
    this.callable = callable;
    this.unit = unit;
    this.enclosing = enclosing;
    this.names =
        Stream.concat(callable.params().stream(), callable.locals().stream())
            .map(Callable.Variable::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  void add(CallSite site) {
    sites.add(site);
    int result = site.result();
    if (result >= byResult.length) {
      byResult = Arrays.copyOf(byResult, Math.max(result + 1, byResult.length * 2));
    }
    byResult[result] = site;
  }

  /** Gives back the room kept for more: most bodies are small, and there are very many. */
  void fix() {
    sites = List.copyOf(sites);
    localWrites = localWrites.isEmpty() ? Map.of() : localWrites;
    fieldWrites = List.copyOf(fieldWrites);
    returned = List.copyOf(returned);
    reads = List.copyOf(reads);
    int used = byResult.length;
    while (used > 0 && byResult[used - 1] == null) {
      used--;
    }
    byResult = used == 0 ? NO_SITES : Arrays.copyOf(byResult, used);
  }

  /** The call that is the operation of this number; null when none is. */
  CallSite site(int result) {
    return result < byResult.length ? byResult[result] : null;
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
