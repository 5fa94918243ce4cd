package dev.asynclint.core.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What users set, by type: core carries it from the front door to the rules without knowing what it
 * is. Immutable; safe for use by several threads.
 */
public final class Settings {
  /** Nothing is set. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Class<?>, Object> values;

  private Settings(Map<Class<?>, Object> values) {
    this.values = values;
  }

  /** The same, with one value more; it takes the place of one of the same type. */
  public <T> Settings with(Class<T> type, T value) {
    Map<Class<?>, Object> more = new HashMap<>(values);
    more.put(type, type.cast(value));
    return new Settings(Map.copyOf(more));
  }

  /** The value of a type; empty when users set none. */
  public <T> Optional<T> get(Class<T> type) {
    return Optional.ofNullable(values.get(type)).map(type::cast);
  }

  /** Reads settings from names and texts, as users write them. */
  public interface Reader {
    /** Every name, with the text of its default. */
    Map<String, String> defaults();

    /** Every name, with how its value is written. */
    Map<String, String> kinds();

    /**
     * The defaults with some values in their place.
     *
     * @param refused told the name and what is wrong, one line each; such a value is left out
     */
    Settings read(Map<String, String> given, BiConsumer<String, String> refused);
  }
}
