package dev.asynclint.core.facts;

import java.util.function.Supplier;

/**
 * A value that is derived when it is first asked for. Without a lock, so that derivations may ask
 * for one another from any thread: one may be made more than once, always to the same.
 */
final class Lazy<T> {
  private final Supplier<T> derivation;
  private volatile T value;

  /** Of a derivation that has no effects and gives no null. */
  Lazy(Supplier<T> derivation) {
    this.derivation = derivation;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = derivation.get();
      value = known;
    }
    return known;
  }
}
