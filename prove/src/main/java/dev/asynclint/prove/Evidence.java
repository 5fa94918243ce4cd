package dev.asynclint.prove;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What one run of a twin left, by meter and line of the twin. Safe for use by any thread. */
final class Evidence {
  private final String twin;
  private final Meter wanted;
  private final ConcurrentMap<Integer, Long> lines = new ConcurrentHashMap<>();

  /** For a program, and one meter: what others see is passed over. */
  Evidence(Class<?> twin, Meter wanted) {
    this.twin = twin.getName();
    this.wanted = wanted;
  }

  /** A value and the line it belongs to; 0 and 0 when nothing was seen. */
  record Reading(long value, int line) {}

  /** Adds to what a line has; a line of 0 is none. */
  void add(Meter meter, int line, long amount) {
    if (meter == wanted && line > 0) {
      lines.merge(line, amount, Long::sum);
    }
  }

  /** A line had so much at a time. */
  void peak(Meter meter, int line, long amount) {
    if (meter == wanted && line > 0) {
      lines.merge(line, amount, Math::max);
    }
  }

  /** The line that has most; of several the first. */
  Reading worst() {
    Reading worst = new Reading(0, 0);
    for (Map.Entry<Integer, Long> line : lines.entrySet()) {
      long value = line.getValue();
      if (value > worst.value()
          || value == worst.value() && value > 0 && line.getKey() < worst.line()) {
        worst = new Reading(value, line.getKey());
      }
    }
    return worst;
  }

  /** Whether a class belongs to the program. */
  boolean owns(String binaryName) {
    if (!binaryName.startsWith(twin)) {
      return false;
    }
    String rest = binaryName.substring(twin.length());
    return rest.isEmpty() || rest.charAt(0) == '$' || rest.charAt(0) == '/';
  }

  /** The innermost line of the program among frames; 0 when there is none. */
  int line(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (owns(frame.getClassName())) {
        return frame.getLineNumber();
      }
    }
    return 0;
  }

  /** The innermost line of the program that led to a failure; 0 when there is none. */
  int line(Throwable failure) {
    int found = 0;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      int line = line(at.getStackTrace());
      found = line == 0 ? found : line;
    }
    return found;
  }

  /** The innermost line of the program on the stack of this thread; 0 when there is none. */
  int here() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> owns(frame.getClassName()))
                    .findFirst()
                    .map(StackWalker.StackFrame::getLineNumber)
                    .orElse(0));
  }

  /**
   * The line of the program that called the method of the program that this thread is in; 0 when
   * there is none on the stack. Code made at run time has no lines and is passed over.
   */
  int caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> owns(frame.getClassName()) && frame.getLineNumber() > 0)
                    .skip(1)
                    .findFirst()
                    .map(StackWalker.StackFrame::getLineNumber)
                    .orElse(0));
  }

  /** The innermost line of a class on the stack of this thread; 0 when there is none. */
  static int here(Class<?> type) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().equals(type.getName()))
                    .findFirst()
                    .map(StackWalker.StackFrame::getLineNumber)
                    .orElse(0));
  }

  /** The lines seen so far. */
  Collection<Integer> lines() {
    return lines.keySet();
  }
}
