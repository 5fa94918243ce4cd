package dev.asynclint.prove;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at virtual threads, which the usual looks at threads pass over. One that waits for a
 * monitor cannot be told from one that runs, so programs must have none.
 */
final class VirtualThreads {
  private static final Pattern HEAD = Pattern.compile("#(\\d+) \".*\" virtual.*");
  private static final Pattern FRAME =
      Pattern.compile(" +(?:at )?(?:.*/)?([\\w.$]+)\\.([\\w$<>]+)\\((?:[^:()]+:(\\d+))?.*\\)");

  private final Evidence evidence;

  VirtualThreads(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * What one of them does.
   *
   * @param line the innermost line of the program; 0 when it has not begun
   * @param waits whether it has given up its turn
   * @param wakesUp whether it will go on by itself
   */
  record Virtual(long number, int line, boolean waits, boolean wakesUp) {}

  /** All that have not ended. */
  List<Virtual> look() {
    List<Virtual> found = new ArrayList<>();
    long number = 0;
    List<StackTraceElement> frames = new ArrayList<>();
    for (String line : dump()) {
      Matcher head = HEAD.matcher(line);
      Matcher frame = FRAME.matcher(line);
      if (line.startsWith("#")) {
        add(number, frames, found);
        frames.clear();
        number = head.matches() ? Long.parseLong(head.group(1)) : 0;
      } else if (frame.matches()) {
        int at = frame.group(3) == null ? -1 : Integer.parseInt(frame.group(3));
        frames.add(new StackTraceElement(frame.group(1), frame.group(2), null, at));
      }
    }
    add(number, frames, found);
    return found;
  }

  private void add(long number, List<StackTraceElement> frames, List<Virtual> found) {
    if (number > 0) {
      int line = evidence.line(frames.toArray(new StackTraceElement[0]));
      // It waits in its own class, where it gives its carrier back or keeps it.
      boolean waits = !frames.isEmpty() && frames.get(0).getMethodName().startsWith("park");
      boolean wakesUp =
          frames.stream().anyMatch(frame -> frame.getMethodName().endsWith("parkNanos"));
      found.add(new Virtual(number, line, waits, wakesUp));
    }
  }

  /** Needs Java 21. */
  private static List<String> dump() {
    try {
      Path folder = Files.createTempDirectory("asynclint");
      Path file = folder.resolve("threads.txt");
      try {
        Class<?> type = HotSpotDiagnosticMXBean.class;
        Class<?> format = Class.forName(type.getName() + "$ThreadDumpFormat");
        Method dump = type.getMethod("dumpThreads", String.class, format);
        dump.invoke(
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class),
            file.toString(),
            format.getEnumConstants()[0]);
        return Files.readAllLines(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("virtual threads cannot be looked at", e);
    }
  }
}
