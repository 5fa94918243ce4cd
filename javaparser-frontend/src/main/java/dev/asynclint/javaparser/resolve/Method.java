package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;
import java.util.Map;

/**
 * A method or constructor as a member of some type: the variables of the declaring type are already
 * replaced.
 *
 * @param owner erased name of the declaring type
 * @param vars its own type variables, renamed to end in {@link #MARK} so that they never meet those
 *     of the calling code
 * @param descriptor erased declared parameters, {@code (int,java.lang.String)}
 */
public record Method(
    String owner,
    String name,
    int flags,
    List<TypeParam> vars,
    List<TypeSig> params,
    TypeSig returns,
    String descriptor) {
  /** Ends the names of type variables that a call has yet to infer. */
  public static final String MARK = "'";

  /** Whether a {@link Flags} bit is set. */
  public boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether it takes any number of last arguments. */
  public boolean isVarArgs() {
    return is(Flags.VARARGS);
  }

  /** The same method with type variables replaced. */
  public Method substitute(Map<String, TypeSig> values) {
    if (values.isEmpty()) {
      return this;
    }
    return new Method(
        owner,
        name,
        flags,
        vars.stream()
            .map(v -> new TypeParam(v.name(), Sigs.substitute(v.bound(), values)))
            .toList(),
        params.stream().map(param -> Sigs.bound(Sigs.substitute(param, values))).toList(),
        Sigs.substitute(returns, values),
        descriptor);
  }

  /**
   * The type that an argument must have.
   *
   * @param index of the argument
   * @param spread whether the last parameter takes its arguments one by one
   */
  public TypeSig param(int index, boolean spread) {
    int last = params.size() - 1;
    if (spread && index >= last) {
      return params.get(last) instanceof TypeSig.Array array ? array.element() : TypeSig.UNKNOWN;
    }
    return index <= last ? params.get(index) : TypeSig.UNKNOWN;
  }

  /** Whether a call with so many arguments can mean this method at all. */
  public boolean accepts(int arguments) {
    return params.size() == arguments || isVarArgs() && arguments >= params.size() - 1;
  }

  /** The bound of one of the method's own variables. */
  TypeSig bound(String variable) {
    for (TypeParam param : vars) {
      if (param.name().equals(variable)) {
        return param.bound();
      }
    }
    return Sigs.OBJECT;
  }
}
