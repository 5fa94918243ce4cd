package dev.asynclint.runtime.site;

import java.util.Objects;

/**
 * A line of the user's source. Immutable.
 *
 * @param className binary name of the outermost class of the file; never null
 * @param method method the line is written in, also when it stands in a lambda there; never null
 * @param file name of the source file without directories; empty when the class was compiled
 *     without it
 * @param line from 1; 0 when the class was compiled without lines
 */
public record Site(String className, String method, String file, int line)
    implements Comparable<Site> {
  private static final String LAMBDA = "lambda$";

  /** Checks that nothing is null and the line not negative. */
  public Site {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(file, "file");
    if (line < 0) {
      throw new IllegalArgumentException("a line must not be negative: " + line);
    }
  }

  /** The line of a frame, as people would name it. */
  public static Site of(StackTraceElement frame) {
    return of(
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
  }

  /**
   * The line of a frame that was recorded.
   *
   * @param file may be null: then it is named after the class
   * @param line may be negative, which means unknown
   */
  public static Site of(String binaryName, String method, String file, int line) {
    int hidden = binaryName.indexOf('/');
    String name = hidden < 0 ? binaryName : binaryName.substring(0, hidden);
    int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
    String outer = nested < 0 ? name : name.substring(0, nested);
    String source = file == null ? outer.substring(outer.lastIndexOf('.') + 1) + ".java" : file;
    return new Site(outer, written(method), source, Math.max(0, line));
  }

  /** The method a lambda is written in: {@code lambda$load$3} is of {@code load}. */
  private static String written(String method) {
    if (!method.startsWith(LAMBDA)) {
      return method;
    }
    int end = method.lastIndexOf('$');
    String name = end <= LAMBDA.length() ? method : method.substring(LAMBDA.length(), end);
    return switch (name) {
      case "new" -> "<init>";
      case "static" -> "<clinit>";
      default -> name;
    };
  }

  @Override
  public int compareTo(Site other) {
    int order = className.compareTo(other.className);
    order = order == 0 ? Integer.compare(line, other.line) : order;
    order = order == 0 ? method.compareTo(other.method) : order;
    return order == 0 ? file.compareTo(other.file) : order;
  }

  /** As in a stack trace, so that editors make a link of it. */
  @Override
  public String toString() {
    return className + "." + method + "(" + file + (line == 0 ? "" : ":" + line) + ")";
  }
}
