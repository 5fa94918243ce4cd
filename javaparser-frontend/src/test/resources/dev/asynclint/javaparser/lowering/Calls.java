package p;

import static java.util.Objects.requireNonNull;

import java.util.List;

abstract class Base {
  protected int count;

  abstract void work(String name);

  static Base make() {
    return null;
  }
}

class Calls extends Base {
  private final List<String> names = List.of("a", "b");

  Calls(int n) {
    this(n, "x");
  }

  Calls(int n, String... rest) {
    super();
    count = n;
  }

  @Override
  void work(String name) {
    super.toString();
    work(names.get(0).trim());
    this.count += name.length();
    requireNonNull(name);
    make().work("y");
    no.such.Type.call(1);
    unknown.call(2);
    missing(3);
    System.out.println(count);
  }

  class Inner {
    void inner() {
      work("outer");
      Calls.this.count++;
      count = 2;
    }
  }
}
