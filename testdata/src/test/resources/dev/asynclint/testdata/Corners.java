package p;

import static p.Child.INHERITED;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What the two front ends could easily say differently. */
@SuppressWarnings("a" + "b")
class Corners<T extends CharSequence & Comparable<T>> extends Base {
  class Inner {
    final String held;

    Inner(String held) {
      this.held = held;
    }

    int outer() {
      return Corners.this.depth + depth + Corners.super.told("").length();
    }
  }

  private final Supplier<Runnable> field = () -> () -> depth++;
  private T value;
  private int[][] grid = {{1, depth}, new int[depth]};

  Corners(T value) {
    super("x", value);
    this.value = value;
  }

  long imported() {
    long wait = INHERITED;
    wait += Child.INHERITED;
    grid[0][1] -= 2;
    String text = "";
    text += wait + 'c' + value.length();
    return Parent.NAME.length() + text.length() + (depth << 2);
  }

  void creations(Corners<String> other, boolean flag) {
    Corners<String>.Inner inner = other.new Inner("y");
    Object held = inner.held.trim();
    List<String> list =
        new ArrayList<>(List.of("a")) {
          @Override
          public String get(int at) {
            return super.get(at) + list(flag);
          }

          private boolean list(boolean on) {
            return !on && isEmpty();
          }
        };
    Runnable both = (Runnable & Serializable) () -> System.out.println(list + "" + held);
    Callable<Object> chosen = flag ? () -> null : list::size;
    class Local<E> {
      E kept;
      int uses = list.size();

      Local(E kept) {
        this.kept = kept;
        both.run();
      }
    }
    Function<String, Local<String>> made = Local::new;
    IntFunction<String[]> arrays = String[]::new;
    BiFunction<String, Integer, Character> at = String::charAt;
    Function<String, String> up = super::told;
    made.apply(arrays.apply(2)[0] + at.apply("z", 0) + up.apply("w"));
  }

  int statements(Object in, int... counts) throws Exception {
    outer:
    for (int count : counts) {
      do {
        if (in instanceof String text && !text.isEmpty()) {
          break outer;
        } else if (in instanceof Number number) {
          return -number.intValue();
        }
        synchronized (this) {
          continue outer;
        }
      } while (count-- > 0);
    }
    String word =
        switch (counts.length) {
          case 0, 1 -> "few";
          case 2 -> {
            try (AutoCloseable open = () -> {};
                open) {
              yield "two".toString();
            } catch (IllegalStateException | IllegalArgumentException e) {
              throw e;
            } finally {
              depth = ~depth;
            }
          }
          default -> throw new IllegalStateException();
        };
    switch (word) {
      case "few":
        depth = depth == 2 || depth > 3 && in != null ? 1 : 2;
      case "two":
        break;
      default:
        int[] copy = counts.clone();
        assert copy.length > 0 : "none" + copy;
    }
    return ((Function<Object, Integer>) o -> o.hashCode()).apply(getClass());
  }

  @SafeVarargs
  static <U extends Number> U first(U one, U... more) {
    record Pair<A>(A left, int... right) {
      Pair {
        left.toString();
      }
    }
    U pick = more.length == 0 ? one : more[0];
    return new Pair<>(pick, 1, 2).left();
  }
}

class Base {
  protected int depth = 1;

  Base() {}

  Base(Object... parts) {}

  String told(String in) {
    return in;
  }
}

interface Child extends Parent {
  class Inside {}

  interface Deeper {}

  enum Kind {
    ONE,
    @Deprecated
    TWO(3) {
      @Override
      int size() {
        return super.size() + 1;
      }
    };

    Kind(int... sizes) {}

    int size() {
      return 0;
    }
  }
}

interface Parent {
  long INHERITED = 60 * 1000L;
  char LETTER = 'a' + 1;
  String NAME = "n" + INHERITED + 1.5;
}
