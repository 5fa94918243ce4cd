package dev.asynclint.runtime.meter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/** What a recorded event was about, in words. */
final class RecordedThing {
  private static final String PRIMITIVES = "ZbooleanBbyteCcharSshortIintJlongFfloatDdouble";

  private RecordedThing() {}

  /** The class of the lock, the path, or the address; empty when there is none. */
  static String of(RecordedEvent event) {
    return switch (event.getEventType().getName()) {
      case "jdk.ThreadPark" -> className(event.getClass("parkedClass"));
      case "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait" ->
          className(event.getClass("monitorClass"));
      case "jdk.SocketRead", "jdk.SocketWrite" ->
          text(event.getString("host")) + ":" + event.getInt("port");
      case "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce" -> text(event.getString("path"));
      case "jdk.ProcessStart" -> text(event.getString("command"));
      default -> "";
    };
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String className(RecordedClass type) {
    return type == null ? "" : type.getName();
  }

  /** The name of a class as in source: {@code [B} is {@code byte[]}. */
  static String type(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    if (dimensions == 0) {
      return name;
    }
    String element = name.substring(dimensions);
    if (element.startsWith("L") && element.endsWith(";")) {
      element = element.substring(1, element.length() - 1);
    } else if (element.length() == 1) {
      element = primitive(element.charAt(0));
    }
    return element + "[]".repeat(dimensions);
  }

  private static String primitive(char code) {
    int start = PRIMITIVES.indexOf(code) + 1;
    int end = start;
    while (end < PRIMITIVES.length() && Character.isLowerCase(PRIMITIVES.charAt(end))) {
      end++;
    }
    return PRIMITIVES.substring(start, end);
  }

  /** Allocations with how many there were and their bytes, by line and type. */
  static List<AllocationSite> sorted(Map<AllocationSite, long[]> sums) {
    return sums.entrySet().stream()
        .map(
            each ->
                new AllocationSite(
                    each.getKey().type(),
                    each.getKey().blamed(),
                    each.getValue()[0],
                    each.getValue()[1]))
        .sorted(Comparator.comparing(AllocationSite::blamed).thenComparing(AllocationSite::type))
        .toList();
  }
}
