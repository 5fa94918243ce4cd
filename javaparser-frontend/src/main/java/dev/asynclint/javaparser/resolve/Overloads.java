package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses among methods of one name as the language does (strict, then boxing, then any number of
 * arguments; the most specific wins), but only as far as argument types are known.
 */
public final class Overloads {
  private final TypeTable table;
  private final Assignability assignability;

  /** Over the types of that table. */
  public Overloads(TypeTable table) {
    this.table = table;
    this.assignability = new Assignability(table);
  }

  /**
   * The methods a call can mean.
   *
   * @param spread whether the last parameter takes its arguments one by one
   */
  public record Choice(List<Method> methods, boolean spread) {
    /** Whether exactly one is left. */
    public boolean isSure() {
      return methods.size() == 1;
    }
  }

  /** Keeps the candidates a call with these arguments can mean. */
  public Choice choose(
      List<Method> candidates, List<Argument> args, Function<String, TypeSig> bounds) {
    List<Method> fixed = new ArrayList<>();
    List<Method> variable = new ArrayList<>();
    for (Method method : candidates) {
      if (method.params().size() == args.size()
          && test(method, args, true, false, bounds) != Certainty.NO) {
        fixed.add(method);
      } else if (method.isVarArgs()
          && method.accepts(args.size())
          && test(method, args, true, true, bounds) != Certainty.NO) {
        variable.add(method);
      }
    }
    return fixed.isEmpty()
        ? new Choice(narrow(variable, args, true, bounds), true)
        : new Choice(narrow(fixed, args, false, bounds), false);
  }

  private List<Method> narrow(
      List<Method> pool, List<Argument> args, boolean spread, Function<String, TypeSig> bounds) {
    if (pool.size() < 2) {
      return pool;
    }
    List<Method> contest = new ArrayList<>();
    for (Method method : pool) {
      if (spread || test(method, args, false, false, bounds) != Certainty.NO) {
        contest.add(method);
      }
    }
    if (contest.isEmpty()) {
      contest = pool;
    }
    if (contest.size() == 1) {
      return contest;
    }
    Method best = null;
    for (Method method : contest) {
      if (test(method, args, true, spread, bounds) == Certainty.YES
          && isMostSpecific(method, contest, args, spread)) {
        if (best != null && !best.is(Flags.ABSTRACT)) {
          return contest;
        }
        best = method;
      }
    }
    return best == null ? contest : List.of(best);
  }

  private boolean isMostSpecific(
      Method method, List<Method> others, List<Argument> args, boolean spread) {
    for (Method other : others) {
      for (int i = 0; other != method && i < args.size(); i++) {
        TypeSig mine = method.param(i, spread);
        TypeSig theirs = other.param(i, spread);
        boolean closure = args.get(i).shape() != null;
        if (closure
            ? !sameFunction(mine, theirs)
            : assignability.test(mine, theirs, false, v -> bound(method, other, v))
                != Certainty.YES) {
          return false;
        }
      }
    }
    return true;
  }

  private static TypeSig bound(Method one, Method two, String variable) {
    TypeSig bound = one.bound(variable);
    return bound == Sigs.OBJECT ? two.bound(variable) : bound;
  }

  /** A functional interface beats a variable that could be anything. */
  private static boolean sameFunction(TypeSig mine, TypeSig theirs) {
    return mine instanceof TypeSig.Named one
        && (theirs instanceof TypeSig.Var
            || theirs instanceof TypeSig.Named two && one.name().equals(two.name()));
  }

  private Certainty test(
      Method method,
      List<Argument> args,
      boolean boxing,
      boolean spread,
      Function<String, TypeSig> bounds) {
    Certainty all = Certainty.YES;
    for (int i = 0; i < args.size() && all != Certainty.NO; i++) {
      TypeSig param = method.param(i, spread);
      Argument arg = args.get(i);
      Certainty one =
          arg.shape() == null
              ? assignability.test(
                  arg.type(),
                  param,
                  boxing,
                  v -> v.endsWith(Method.MARK) ? method.bound(v) : bounds.apply(v))
              : fits(arg.shape(), param);
      all = all.and(one);
    }
    return all;
  }

  private Certainty fits(Shape shape, TypeSig param) {
    TypeSig target = Sigs.bound(param);
    if (!(target instanceof TypeSig.Named named)) {
      return target instanceof TypeSig.Array ? Certainty.NO : Certainty.MAYBE;
    }
    Method function = table.function(named.name());
    if (function == null) {
      return assignability.isNoFunction(named) ? Certainty.NO : Certainty.MAYBE;
    }
    boolean nothing = Sigs.is(function.returns(), "void");
    boolean gives = nothing ? shape.nothing() : shape.value();
    return gives && shape.takes().test(function.params().size()) ? Certainty.YES : Certainty.NO;
  }
}
