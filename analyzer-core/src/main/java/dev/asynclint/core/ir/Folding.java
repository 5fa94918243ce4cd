package dev.asynclint.core.ir;

/**
 * What operators make of constants. Both front ends fold with it, and therefore alike; what it does
 * not fold stays unknown. Values are those of {@link Value.Const} but for null.
 */
public final class Folding {
  private static final int LONGEST_STRING = 64 * 1024;

  private Folding() {}

  /**
   * What a binary operator makes of two constants; null when that is not folded.
   *
   * @param operator as written, such as {@code +}
   */
  public static Object binary(String operator, Object left, Object right) {
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      String text = String.valueOf(left) + right;
      return text.length() <= LONGEST_STRING ? text : null;
    }
    Number one = number(left);
    Number two = number(right);
    if (one == null || two == null) {
      return null;
    }
    if (one instanceof Double || two instanceof Double) {
      return floating(operator, one.doubleValue(), two.doubleValue());
    }
    boolean isLong = one instanceof Long || two instanceof Long;
    long a = one.longValue();
    long b = two.longValue();
    if (operator.equals("/") && b == 0) {
      return null;
    }
    Long result =
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "<<" -> isLong ? a << b : (long) ((int) a << (int) b);
          default -> null;
        };
    return result == null ? null : isLong ? (Object) result : (Object) result.intValue();
  }

  private static Object floating(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      default -> null;
    };
  }

  private static Number number(Object value) {
    if (value instanceof Character c) {
      return (int) c;
    }
    return value instanceof Integer || value instanceof Long || value instanceof Double
        ? (Number) value
        : null;
  }

  /** The negative of a constant; null when it is no number. */
  public static Object negate(Object value) {
    if (value instanceof Integer i) {
      return -i;
    }
    if (value instanceof Long l) {
      return -l;
    }
    if (value instanceof Float f) {
      return -f;
    }
    return value instanceof Double d ? -d : null;
  }

  /**
   * A constant as a value of a primitive or String type, as assignment or a cast makes it.
   *
   * @param type erased name of the type
   */
  public static Object convert(Object value, String type) {
    Number number = number(value);
    if (number == null) {
      return value;
    }
    return switch (type) {
      case "long" -> (Object) number.longValue();
      case "int" -> (Object) number.intValue();
      case "double" -> (Object) number.doubleValue();
      default -> value;
    };
  }
}
