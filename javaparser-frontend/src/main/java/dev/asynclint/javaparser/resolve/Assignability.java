package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.function.Function;

/**
 * Whether a value of one type may be assigned to another, by erasure: type arguments never decide.
 * Variables marked with {@link Method#MARK} are yet to be inferred and take what their bound takes.
 */
public final class Assignability {
  private static final int DEEPEST_BOUND = 8;

  private final TypeTable table;

  /** Over the types of that table. */
  public Assignability(TypeTable table) {
    this.table = table;
  }

  /**
   * Whether it may.
   *
   * @param boxing whether boxing and unboxing are allowed
   * @param bounds bounds of the variables that occur
   */
  public Certainty test(
      TypeSig from, TypeSig to, boolean boxing, Function<String, TypeSig> bounds) {
    return test(from, to, boxing, bounds, 0);
  }

  private Certainty test(
      TypeSig from, TypeSig to, boolean boxing, Function<String, TypeSig> bounds, int depth) {
    TypeSig target = Sigs.bound(to);
    if (from == TypeSig.UNKNOWN || target == TypeSig.UNKNOWN || depth > DEEPEST_BOUND) {
      return Certainty.MAYBE;
    }
    if (from == Sigs.NULL) {
      return Sigs.isPrimitive(target) ? Certainty.NO : Certainty.YES;
    }
    if (Sigs.isPrimitive(from) && Sigs.isPrimitive(target)) {
      return Sigs.widens(name(from), name(target)) ? Certainty.YES : Certainty.NO;
    }
    if (Sigs.isPrimitive(from)) {
      return boxing ? test(Sigs.box(from), target, false, bounds, depth + 1) : Certainty.NO;
    }
    if (Sigs.isPrimitive(target)) {
      return boxing ? unboxed(from, target, bounds, depth) : Certainty.NO;
    }
    if (from.equals(target)) {
      return Certainty.YES;
    }
    if (target instanceof TypeSig.Var variable) {
      return variable.name().endsWith(Method.MARK)
          ? test(from, bounds.apply(variable.name()), boxing, bounds, depth + 1)
          : Certainty.MAYBE;
    }
    if (Sigs.is(target, "java.lang.Object")) {
      return Certainty.YES;
    }
    if (from instanceof TypeSig.Var variable) {
      Certainty bound = test(bounds.apply(variable.name()), target, boxing, bounds, depth + 1);
      return bound == Certainty.YES ? bound : Certainty.MAYBE;
    }
    if (from instanceof TypeSig.Wildcard wildcard) {
      return wildcard.isSuper()
          ? Certainty.MAYBE
          : test(wildcard.bound(), target, boxing, bounds, depth + 1);
    }
    if (from instanceof TypeSig.Array array) {
      return fromArray(array, target, bounds, depth);
    }
    return target instanceof TypeSig.Named named
        ? fromClass((TypeSig.Named) from, named, bounds, depth)
        : Certainty.NO;
  }

  /** Arguments decide only where a class cannot be within the bound of a wildcard. */
  private Certainty fromClass(
      TypeSig.Named from, TypeSig.Named target, Function<String, TypeSig> bounds, int depth) {
    TypeSig.Named seen = table.asSuper(from, target.name());
    if (seen == null) {
      return table.isComplete(from.name()) ? Certainty.NO : Certainty.MAYBE;
    }
    for (int i = 0; i < seen.args().size() && seen.args().size() == target.args().size(); i++) {
      if (target.args().get(i) instanceof TypeSig.Wildcard wanted
          && !wanted.isSuper()
          && wanted.bound() instanceof TypeSig.Named
          && seen.args().get(i) instanceof TypeSig.Named given
          && test(given, wanted.bound(), false, bounds, depth + 1) == Certainty.NO) {
        return Certainty.NO;
      }
    }
    return Certainty.YES;
  }

  private Certainty unboxed(
      TypeSig from, TypeSig target, Function<String, TypeSig> bounds, int depth) {
    TypeSig primitive = Sigs.unbox(from);
    if (Sigs.isPrimitive(primitive)) {
      return Sigs.widens(name(primitive), name(target)) ? Certainty.YES : Certainty.NO;
    }
    if (from instanceof TypeSig.Var variable) {
      return test(bounds.apply(variable.name()), target, true, bounds, depth + 1);
    }
    return Certainty.NO;
  }

  private Certainty fromArray(
      TypeSig.Array from, TypeSig target, Function<String, TypeSig> bounds, int depth) {
    if (target instanceof TypeSig.Array array) {
      boolean primitive = Sigs.isPrimitive(from.element()) || Sigs.isPrimitive(array.element());
      if (primitive) {
        boolean open = array.element() == TypeSig.UNKNOWN || from.element() == TypeSig.UNKNOWN;
        boolean same = from.element().equals(array.element());
        return open ? Certainty.MAYBE : same ? Certainty.YES : Certainty.NO;
      }
      return test(from.element(), array.element(), false, bounds, depth + 1);
    }
    return Sigs.is(target, "java.lang.Cloneable") || Sigs.is(target, "java.io.Serializable")
        ? Certainty.YES
        : Certainty.NO;
  }

  /** Whether a class is certainly not a functional interface. */
  boolean isNoFunction(TypeSig type) {
    if (type instanceof TypeSig.Array || Sigs.isPrimitive(type)) {
      return true;
    }
    if (type instanceof TypeSig.Named named) {
      ClassInfo info = table.info(named.name());
      return info != null && table.function(named.name()) == null && table.isComplete(named.name());
    }
    return false;
  }

  private static String name(TypeSig type) {
    return ((TypeSig.Named) type).name();
  }
}
