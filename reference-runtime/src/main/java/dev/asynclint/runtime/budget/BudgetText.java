package dev.asynclint.runtime.budget;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Budgets by name, as people write them: a number, a size such as {@code 1KiB}, a time such as
 * {@code 100ms}. The names are those of the components of {@link Budgets}, and no others.
 */
public final class BudgetText {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18})\\s*([A-Za-zµμ]*)");
  private static final Map<String, Long> SIZES =
      units("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, Long> TIMES =
      units(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private BudgetText() {}

  /** What kind of amount a budget is. */
  public enum Kind {
    /** A plain number. */
    COUNT("a number such as 64"),
    /** A number of bytes. */
    SIZE("a size such as 512B, 4KiB or 1MiB"),
    /** A duration. */
    TIME("a time such as 250us, 100ms or 5s");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** How it is written. */
    public String words() {
      return words;
    }
  }

  /** The names of all budgets, in the order of the record, with their kinds. */
  public static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (RecordComponent component : Budgets.class.getRecordComponents()) {
      kinds.put(component.getName(), kind(component));
    }
    return kinds;
  }

  /** What budgets say, in the order of the record, written so that {@link #read} reads it. */
  public static Map<String, String> of(Budgets budgets) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (RecordComponent component : Budgets.class.getRecordComponents()) {
      Object value = get(component, budgets);
      texts.put(
          component.getName(),
          switch (kind(component)) {
            case COUNT -> value.toString();
            case SIZE -> written(((Number) value).longValue(), SIZES);
            case TIME -> written(((Duration) value).toNanos(), TIMES);
          });
    }
    return texts;
  }

  /**
   * The defaults with some values in their place.
   *
   * @param given texts by name; it does not matter in which order two that depend on each other
   *     stand
   * @param refused told the name and what is wrong with it, in the order of the names; such a value
   *     is left out
   */
  public static Budgets read(Map<String, String> given, BiConsumer<String, String> refused) {
    Map<String, Kind> kinds = kinds();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> faults = new LinkedHashMap<>();
    given.forEach(
        (name, text) -> {
          try {
            if (!kinds.containsKey(name)) {
              throw new IllegalArgumentException(
                  "there is no budget of that name; there are "
                      + String.join(", ", kinds.keySet()));
            }
            values.put(name, value(name, kinds.get(name), text));
          } catch (IllegalArgumentException e) {
            faults.put(name, e.getMessage());
          }
        });
    Budgets budgets = Budgets.DEFAULT;
    boolean more = true;
    while (more) {
      more = false;
      for (String name : List.copyOf(values.keySet())) {
        try {
          budgets = with(budgets, name, values.get(name));
          values.remove(name);
          faults.remove(name);
          more = true;
        } catch (IllegalArgumentException e) {
          faults.put(name, e.getMessage());
        }
      }
    }
    given.keySet().stream()
        .filter(faults::containsKey)
        .forEach(name -> refused.accept(name, faults.get(name)));
    return budgets;
  }

  private static Object value(String name, Kind kind, String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    String unit = amount.matches() ? amount.group(2).replaceFirst("^[µμ]s$", "us") : "";
    Long factor =
        switch (kind) {
          case COUNT -> unit.isEmpty() ? 1L : null;
          case SIZE -> unit.isEmpty() ? 1L : SIZES.get(unit);
          case TIME -> TIMES.get(unit);
        };
    if (!amount.matches() || factor == null) {
      throw new IllegalArgumentException(
          "budget " + name + " is '" + text + "'; write " + kind.words());
    }
    BigInteger all = new BigInteger(amount.group(1)).multiply(BigInteger.valueOf(factor));
    long limit = kind == Kind.TIME ? Long.MAX_VALUE : Integer.MAX_VALUE;
    if (all.compareTo(BigInteger.valueOf(limit)) > 0) {
      throw new IllegalArgumentException("budget " + name + " is " + text + ", which is too much");
    }
    return kind == Kind.TIME ? Duration.ofNanos(all.longValue()) : (Object) all.intValue();
  }

  /** The greatest unit that divides the amount. */
  private static String written(long amount, Map<String, Long> units) {
    List<String> names = new ArrayList<>(units.keySet());
    for (int i = names.size() - 1; i > 0; i--) {
      if (amount != 0 && amount % units.get(names.get(i)) == 0) {
        return amount / units.get(names.get(i)) + names.get(i);
      }
    }
    return amount + names.get(0);
  }

  private static Kind kind(RecordComponent component) {
    if (component.getType() == Duration.class) {
      return Kind.TIME;
    }
    return component.getName().endsWith("Bytes") ? Kind.SIZE : Kind.COUNT;
  }

  private static Budgets with(Budgets budgets, String name, Object value) {
    RecordComponent[] components = Budgets.class.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(one -> one.getName().equals(name) ? value : get(one, budgets))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<Budgets> canonical = Budgets.class.getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refused
          ? refused
          : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the canonical constructor of a record is public", e);
    }
  }

  private static Object get(RecordComponent component, Budgets budgets) {
    try {
      return component.getAccessor().invoke(budgets);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("accessors of a public record are public", e);
    }
  }

  private static Map<String, Long> units(Object... pairs) {
    Map<String, Long> units = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      units.put((String) pairs[i], (Long) pairs[i + 1]);
    }
    return units;
  }
}
