package dev.asynclint.prove;

import dev.asynclint.runtime.meter.FlightEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of one run, put down by lines of the twin. */
final class Trace implements AutoCloseable {
  private static final List<String> STARTS = List.of("jdk.ThreadStart");
  private static final List<String> PINNING = List.of("jdk.VirtualThreadPinned");

  /** Every allocation is outside of a buffer where threads have none. */
  private static final List<String> ALLOCATIONS = List.of("jdk.ObjectAllocationOutsideTLAB");

  /** The line of what is held by nothing of the type that was claimed. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private static final String STAGE = Stage.class.getName();

  private final Evidence evidence;
  private final String type;
  private final Recording recording;

  private Trace(Evidence evidence, String type, Recording recording) {
    this.evidence = evidence;
    this.type = type;
    this.recording = recording;
  }

  /** Begins to record what a meter needs. */
  static Trace of(Meter meter, String type, Evidence evidence) {
    List<String> events =
        switch (meter.recorded()) {
          case NOTHING -> List.of();
          case BLOCKING -> FlightEvents.BLOCKING;
          case STARTS -> STARTS;
          case PINNING -> PINNING;
          case ALLOCATIONS -> ALLOCATIONS;
        };
    if (events.isEmpty()) {
      return new Trace(evidence, type, null);
    }
    Recording recording = new Recording();
    FlightEvents.enable(recording, events);
    recording.start();
    return new Trace(evidence, type, recording);
  }

  /**
   * Ends the recording and puts down what it saw.
   *
   * @param level the most that the thing of the claim held
   */
  void finish(LongSupplier level) throws IOException {
    if (recording == null) {
      return;
    }
    Path file = Files.createTempFile("asynclint", ".jfr");
    try {
      recording.stop();
      recording.dump(file);
      try (RecordingFile events = new RecordingFile(file)) {
        while (events.hasMoreEvents()) {
          put(events.readEvent(), level);
        }
      }
      if (evidence.lines().isEmpty()) {
        evidence.peak(Meter.LEVEL, NOWHERE, level.getAsLong());
      }
    } finally {
      Files.delete(file);
    }
  }

  private void put(RecordedEvent event, LongSupplier level) {
    List<StackTraceElement> frames = new ArrayList<>();
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        String name = frame.getMethod().getType().getName();
        if (STAGE.equals(name) && frames.isEmpty()) {
          return;
        }
        if (evidence.owns(name)) {
          frames.add(new StackTraceElement(name, "", null, frame.getLineNumber()));
        }
      }
    }
    int line = evidence.line(frames.toArray(new StackTraceElement[0]));
    switch (event.getEventType().getName()) {
      case "jdk.ThreadStart" -> evidence.add(Meter.THREADS, line, 1);
      case "jdk.VirtualThreadPinned" -> evidence.add(Meter.PINNED, line, 1);
      case "jdk.ObjectAllocationOutsideTLAB" -> {
        evidence.add(Meter.BYTES, line, event.getLong("allocationSize"));
        if (event.getClass("objectClass").getName().equals(type)) {
          evidence.add(Meter.INSTANCES, line, 1);
          evidence.peak(Meter.LEVEL, line, level.getAsLong());
        }
      }
      case "jdk.ThreadSleep" -> {
        evidence.add(Meter.SLEEPS, line, 1);
        blocked(event, line);
      }
      default -> blocked(event, line);
    }
  }

  private void blocked(RecordedEvent event, int line) {
    if (event.getThread() != null && Loops.isLoop(event.getThread().getJavaName())) {
      evidence.add(Meter.BLOCKED_CALLS, line, 1);
      evidence.peak(Meter.BLOCKED_TIME, line, event.getDuration().toNanos());
    }
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
