package dev.asynclint.core.ir;

import java.util.List;

/** What a call calls, as far as the front end could resolve it. */
public sealed interface Target {

  /** The simple name of the member; {@code <init>} for a constructor. */
  String name();

  /** How many arguments the call site passes. */
  int arity();

  /**
   * A resolved member.
   *
   * @param owner erased canonical name of the type that declares the member
   * @param name simple name; {@code <init>} for a constructor
   * @param arity arguments passed at the call site (a variable-arity call may pass more than the
   *     member declares)
   * @param parameters erased types of the declared parameters in parentheses, as in {@code
   *     (java.lang.String,int)}; empty when several overloads of this arity could not be told apart
   * @param receiver erased static type of the receiver expression, which may be narrower than the
   *     owner; the owner itself for static and unqualified calls
   * @param isStatic whether the member is static
   */
  record Known(
      String owner, String name, int arity, String parameters, String receiver, boolean isStatic)
      implements Target {}

  /** One of several members of the same name and arity whose owners differ. */
  record OneOf(List<Known> targets) implements Target {
    /** Copies the targets; there are at least two. */
    public OneOf {
      targets = List.copyOf(targets);
    }

    @Override
    public String name() {
      return targets.get(0).name();
    }

    @Override
    public int arity() {
      return targets.get(0).arity();
    }
  }

  /**
   * An unresolved member.
   *
   * @param receiver erased static type of the receiver where that much is known, else {@link
   *     Types#UNKNOWN}
   */
  record Unknown(String name, int arity, String receiver) implements Target {}
}
