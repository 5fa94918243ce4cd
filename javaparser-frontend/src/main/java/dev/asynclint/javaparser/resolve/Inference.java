package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.TypeSig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what the type variables of one call stand for, from arguments, results of closures and the
 * expected type, in the order they are told. Contradictions make a variable unknown.
 */
public final class Inference {
  private static final int DEEPEST = 12;

  private final TypeTable table;
  private final Assignability assignability;
  private final Function<String, TypeSig> bounds;
  private final Map<String, TypeSig> values = new HashMap<>();

  /** Variables known by what the result is wanted for, which is no more than a bound. */
  private final Set<String> wanted = new HashSet<>();

  /**
   * An inference that knows nothing yet.
   *
   * @param bounds bounds of the variables of the calling code
   */
  public Inference(TypeTable table, Function<String, TypeSig> bounds) {
    this.table = table;
    this.assignability = new Assignability(table);
    this.bounds = bounds;
  }

  /** Learns that a value of a type goes where a formal type stands. */
  public void argument(TypeSig formal, TypeSig actual) {
    learn(formal, actual, false, 0);
  }

  /** Learns what the call's result is wanted for; never overrules arguments. */
  public void expect(TypeSig result, TypeSig expected) {
    if (result instanceof TypeSig.Named named && expected instanceof TypeSig.Named wanted) {
      TypeSig.Named seen = table.asSuper(named, wanted.name());
      if (seen != null) {
        pairs(seen, wanted, true, 0);
      }
    } else if (!expected.equals(Sigs.OBJECT)) {
      boolean isNew = result instanceof TypeSig.Var variable && !knows(variable.name());
      learn(result, expected, true, 0);
      if (isNew && knows(((TypeSig.Var) result).name())) {
        wanted.add(((TypeSig.Var) result).name());
      }
    }
  }

  private void pairs(TypeSig.Named formal, TypeSig.Named actual, boolean weak, int depth) {
    List<TypeSig> formals = formal.args();
    if (formals.size() != actual.args().size()) {
      return;
    }
    for (int i = 0; i < formals.size(); i++) {
      boolean loose = weak || formals.get(i) instanceof TypeSig.Wildcard wild && wild.isSuper();
      TypeSig given = actual.args().get(i);
      if (!(given instanceof TypeSig.Wildcard open && open.bound().equals(Sigs.OBJECT))) {
        learn(Sigs.bound(formals.get(i)), Sigs.bound(given), loose, depth + 1);
      }
    }
  }

  private void learn(TypeSig formal, TypeSig actual, boolean weak, int depth) {
    TypeSig target = Sigs.bound(formal);
    TypeSig given = Sigs.bound(actual);
    if (given == TypeSig.UNKNOWN || given == Sigs.NULL || depth > DEEPEST) {
      return;
    }
    if (target instanceof TypeSig.Var variable) {
      if (variable.name().endsWith(Method.MARK)) {
        bind(variable.name(), given, weak);
      }
    } else if (target instanceof TypeSig.Named named && !named.args().isEmpty()) {
      TypeSig.Named seen =
          upper(given) instanceof TypeSig.Named n ? table.asSuper(n, named.name()) : null;
      if (seen != null) {
        pairs(named, seen, weak, depth);
      }
    } else if (target instanceof TypeSig.Array array && given instanceof TypeSig.Array other) {
      learn(array.element(), other.element(), weak, depth + 1);
    }
  }

  private TypeSig upper(TypeSig type) {
    TypeSig upper = type;
    for (int i = 0; upper instanceof TypeSig.Var variable && i < DEEPEST; i++) {
      upper = bounds.apply(variable.name());
    }
    return upper;
  }

  private void bind(String variable, TypeSig given, boolean weak) {
    TypeSig type = Sigs.box(given);
    if (type instanceof TypeSig.Var other && other.name().endsWith(Method.MARK)) {
      return;
    }
    TypeSig known = values.get(variable);
    if (known == null || !weak && wanted.remove(variable)) {
      values.put(variable, type);
    } else if (!weak && !known.equals(type) && known != TypeSig.UNKNOWN) {
      values.put(variable, merge(known, type));
    }
  }

  private TypeSig merge(TypeSig known, TypeSig type) {
    if (assignability.test(type, known, false, bounds) == Certainty.YES) {
      return known;
    }
    return assignability.test(known, type, false, bounds) == Certainty.YES ? type : TypeSig.UNKNOWN;
  }

  /** Whether anything was learnt about a variable. */
  public boolean knows(String variable) {
    return values.containsKey(variable);
  }

  /** A formal type with what is known put in, and the rest unknown. */
  public TypeSig apply(TypeSig formal) {
    return Sigs.mapVariables(
        formal,
        variable ->
            variable.name().endsWith(Method.MARK)
                ? values.getOrDefault(variable.name(), TypeSig.UNKNOWN)
                : variable);
  }

  /** Says what a variable stands for, as explicit type arguments do. */
  public void set(String variable, TypeSig type) {
    values.put(variable, type);
  }
}
