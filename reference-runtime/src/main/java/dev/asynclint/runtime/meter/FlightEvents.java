package dev.asynclint.runtime.meter;

import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;

/** Events of a flight recording that tell what threads wait for and what they allocate. */
public final class FlightEvents {
  /** Calls that wait. */
  public static final List<String> BLOCKING =
      List.of(
          "jdk.ThreadSleep",
          "jdk.ThreadPark",
          "jdk.JavaMonitorEnter",
          "jdk.JavaMonitorWait",
          "jdk.SocketRead",
          "jdk.SocketWrite",
          "jdk.FileRead",
          "jdk.FileWrite",
          "jdk.FileForce",
          "jdk.ProcessStart");

  /** The first object in each new buffer of a thread, and each one too large for a buffer. */
  public static final List<String> ALLOCATING =
      List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");

  private FlightEvents() {}

  /** Has a recording keep all events of some names, however short, with their stacks. */
  public static void enable(Recording recording, List<String> events) {
    for (String event : events) {
      recording.enable(event).withThreshold(Duration.ZERO).withStackTrace().with("throttle", "off");
    }
  }
}
