package p;

import java.io.IOException;
import java.io.StringReader;

class Statements {
  private final Object lock = new Object();

  int branches(int a, String s) {
    if (a > 0 && s.isEmpty() || !s.isBlank()) {
      return 1;
    } else if (a < 0) {
      return -1;
    }
    int b = a == 0 ? s.length() : 7;
    boolean both = a == 1 && b == 2;
    assert both : "not " + both;
    {
      int inner = 1;
    }
    {
      int inner = 2;
    }
    return b;
  }

  void tries(String path) throws IOException {
    try (StringReader in = new StringReader(path);
        var out = new StringReader("y")) {
      in.read();
    } catch (IOException | IllegalStateException e) {
      throw new RuntimeException(e);
    } catch (RuntimeException e) {
      e.printStackTrace();
    } finally {
      path.length();
    }
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  void loops(int[] xs, Iterable<String> names) throws InterruptedException {
    for (int i = 0, j = 9; i < xs.length; i++, j--) {
      xs[i] = j;
    }
    outer:
    for (String name : names) {
      for (var x : xs) {
        if (x == 0) {
          continue outer;
        }
        break outer;
      }
      name.trim();
    }
    while (!Thread.interrupted()) {
      Thread.sleep(10L * 60);
    }
    do {
      lock.wait();
    } while (lock.equals(xs));
    for (; ; ) {
      return;
    }
  }
}
