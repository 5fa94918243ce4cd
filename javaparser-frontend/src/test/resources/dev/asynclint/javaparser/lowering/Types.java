package p;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

@FunctionalInterface
interface Greeter<T extends CharSequence> {
  int MOST = 10;

  void greet(T who);

  default void twice(T who) {
    greet(who);
    greet(who);
  }

  static void hello() {}

  private void hidden() {}
}

enum Level implements Comparator<String> {
  LOW {
    @Override
    int rank() {
      return 1;
    }
  },
  HIGH(5);

  private final int rank;

  Level() {
    this(0);
  }

  Level(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }

  @Override
  public int compare(String a, String b) {
    return valueOf(a).rank() - values()[0].ordinal();
  }
}

record Range(int from, int... to) {
  static int made;

  Range {
    made++;
  }

  int size() {
    return to().length - from;
  }
}

@interface Marked {
  String value() default "x";

  int[] more() default {};
}

@Marked(value = "here", more = 1)
class Types<T> {
  static final long WAIT = 60 * 1000L;
  static final String NAME = "na" + "me" + Greeter.MOST;
  static int counter = 1;

  static {
    counter = 2;
  }

  private T value;

  {
    value = null;
  }

  <U extends List<T>> void locals(U given, @Marked("p") String... names) {
    class Local {
      void go() {
        given.clear();
        new Local().go();
      }
    }
    record Point(int x) {}
    interface Quick {
      void run();
    }
    new Point(1).x();
    new Local().go();
    Consumer<String> consumer =
        new Consumer<>() {
          int seen;

          @Override
          public void accept(String s) {
            seen++;
            value = null;
            s.concat(names[0]);
            new Thread() {
              @Override
              public void run() {
                accept("x");
              }
            }.start();
          }
        };
    consumer.accept("y");
  }

  static class Nested extends Types<String> {
    native void none();
  }
}
