package p;

sealed interface Shape permits Circle, Square, Pair {}

record Circle(double radius) implements Shape {}

record Square(double side) implements Shape {}

record Pair(Shape left, Shape right) implements Shape {}

class Switches {
  int old(int n) {
    switch (n) {
      case 1:
        n++;
      case 2:
        n--;
        break;
      default:
        return n;
    }
    return 0;
  }

  String fresh(Shape shape, String day) {
    String text =
        switch (day) {
          case "a", "b" -> day.trim();
          case "c" -> {
            String t = day.strip();
            yield t;
          }
          default -> throw new IllegalStateException();
        };
    switch (shape) {
      case Circle c when c.radius() > 1 -> c.toString();
      case Circle _ -> {}
      case Square(double side) -> Math.abs(side);
      case Pair(Circle(var r), Square s) -> s.side();
      case Pair p -> p.left();
    }
    int old =
        switch (day) {
          case "x":
            yield 1;
          default:
            yield 2;
        };
    return text;
  }

  boolean patterns(Object o) {
    if (!(o instanceof String s)) {
      return o instanceof Pair(Circle c, var right) && c.equals(right);
    }
    return s.isEmpty();
  }
}
