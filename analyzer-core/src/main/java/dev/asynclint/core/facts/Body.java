package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** Those of the sites that knowledge speaks of, and those whose target is not known. */
  List<CallSite> modelled = List.of();

  List<CallSite> unresolved = List.of();

  Map<String, List<Value>> localWrites = new HashMap<>();
  List<Op.Write> fieldWrites = new ArrayList<>();
  List<Value> returned = new ArrayList<>();
  List<PlaceRead> reads = new ArrayList<>();

  /** Calls that may run it; kept by {@link Chains}. */
  List<CallSite> callers = List.of();

  /** What it certainly runs, and what certainly runs it; kept by {@link Calls}. */
  List<Calls.Call> runs = List.of();

  List<CallSite> runBy = List.of();

  List<CallSite> runByInOrder = List.of();

  /** Whether any call stands under a lock, and whether there are loops and try statements. */
  boolean locks;

  boolean loops;

  /** Whether it runs a parameter, or hands one on to be run; set by {@link Closures}. */
  boolean runsParams;

  boolean tries;

  /** Kept by {@link Discards}; set more than once by several threads, always to the same. */
  Set<Integer> dropped;

  /** What a call has that runs this body and no other. */
  final List<Index.Callee> asOnlyCallee;

  /** By the number of the operation; null where an operation is no call. */
  private CallSite[] byResult = new CallSite[4];

  Body(Program program, Callable callable, Unit unit, Body enclosing) {
    this.program = program;
    this.callable = callable;
    this.unit = unit;
    this.enclosing = enclosing;
    this.asOnlyCallee = List.of(new Index.Callee(this, Confidence.HIGH));
  }

  /** Whether it declares a variable itself. */
  boolean declares(String variable) {
    return hasOne(callable.params(), variable) || hasOne(callable.locals(), variable);
  }

  /** Most callables have few variables: looking through them costs less than keeping sets. */
  private static boolean hasOne(List<Callable.Variable> variables, String name) {
    for (Callable.Variable variable : variables) {
      if (variable.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  void add(CallSite site) {
    locks |= !site.held.isEmpty();
    sites.add(site);
    if (site.model().isPresent()) {
      modelled = with(modelled, site);
    } else if (site.target() instanceof Target.Unknown) {
      unresolved = with(unresolved, site);
    }
    int result = site.result();
    if (result >= byResult.length) {
      byResult = Arrays.copyOf(byResult, Math.max(result + 1, byResult.length * 2));
    }
    byResult[result] = site;
  }

  /** Adds to a list that most have none in; an empty one may be shared. */
  static <T> List<T> with(List<T> kind, T one) {
    List<T> all = kind.isEmpty() ? new ArrayList<>(1) : kind;
    all.add(one);
    return all;
  }

  /** Gives back the room kept for more: most bodies are small, and there are very many. */
  void fix() {
    sites = List.copyOf(sites);
    modelled = modelled.size() == sites.size() ? sites : List.copyOf(modelled);
    unresolved = List.copyOf(unresolved);
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
    while (body != null && !body.declares(variable)) {
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
