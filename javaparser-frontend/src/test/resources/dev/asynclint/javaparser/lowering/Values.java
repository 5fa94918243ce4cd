package p;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

class Values {
  static final int BASE = 2;
  static final int MORE = BASE * Other.FACTOR + 1;
  static final long BIG = MORE * 10L;
  private Values next;
  private String name;
  private int[][] grid = {{1, 2}, {BASE}};

  Object values(Object in) {
    String block =
        """
        text
          "block"
        """;
    String text = "a" + name + 'c' + 1;
    name += text;
    char c = 'x';
    double d = 1.5 + 2;
    float f = 1e3f;
    int hex = 0xFF_FF;
    boolean yes = !true;
    Object cast = (Values) in;
    Values deep = next.next.next.next;
    grid[0][1]++;
    int[] made = new int[BASE];
    String[] names = new String[] {name, "b"};
    Class<?> type = String.class;
    TimeUnit unit = TimeUnit.SECONDS;
    Duration wait = Duration.ofSeconds(BIG);
    next = deep = null;
    return in == null ? this : Values.this;
  }

  interface Other {
    int FACTOR = 3;
  }
}
