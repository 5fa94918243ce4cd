package dev.asynclint.core.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one member does.
 *
 * @param owner erased canonical name of the type the line stands under
 * @param name simple name; {@code <init>} for a constructor
 * @param arity arguments at the call site, or {@link #ANY}
 * @param effects in the order of the line
 * @param dialect dialect of the file
 */
public record Member(String owner, String name, int arity, List<Effect> effects, String dialect) {
  /** Every arity that has no line of its own. */
  public static final int ANY = -1;

  /** The name of the line that holds for all members without a line of their own. */
  public static final String OTHERS = "*";

  /** Copies the effects. */
  public Member {
    effects = List.copyOf(effects);
  }

  /** The first effect of a kind. */
  public <E extends Effect> Optional<E> effect(Class<E> kind) {
    for (Effect effect : effects) {
      if (kind.isInstance(effect)) {
        return Optional.of(kind.cast(effect));
      }
    }
    return Optional.empty();
  }

  /** All effects of a kind. */
  public <E extends Effect> Stream<E> effects(Class<E> kind) {
    // Asked at every call by every rule, and most members have none of the kind.
    return effect(kind).isEmpty()
        ? Stream.empty()
        : effects.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether a flag is set. */
  public boolean has(Effect.Flag flag) {
    return effects.contains(flag);
  }

  /** The name a reader knows it by: {@code Type.name}, or {@code new Type}. */
  public String display() {
    String type = owner.substring(owner.lastIndexOf('.') + 1);
    return name.equals("<init>") ? "new " + type : type + "." + name;
  }
}
