package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.List;

/** A whole program as rules see it. Immutable once built; safe for use by several threads. */
public final class Program {
  private Program() {}

  /**
   * Derives the facts.
   *
   * @param release Java release the program targets; 0 when not stated
   */
  public static Program of(List<Unit> units, Types types, Knowledge knowledge, int release) {
    return new Program();
  }
}
