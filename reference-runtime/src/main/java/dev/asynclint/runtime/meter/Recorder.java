package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Frames;
import dev.asynclint.runtime.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * A flight recording of what blocks or allocates. It is dumped and read whenever somebody asks, so
 * that all that happened before is in it; a stream would be late and lose its end. Guarded by
 * itself.
 */
final class Recorder {
  private final Frames frames;

  /** Null when nothing is recorded, and after the end. */
  private Recording recording;

  private List<BlockingCall> blockingCalls = List.of();
  private List<AllocationSite> allocations = List.of();

  private Recorder(Frames frames) {
    this.frames = frames;
  }

  /** Begins to record what the metering asks for, if anything. */
  static Recorder of(Metering metering, Frames frames) {
    Recorder recorder = new Recorder(frames);
    boolean blocking = metering.has(Meter.BLOCKING);
    boolean allocating = metering.has(Meter.ALLOCATION);
    if (blocking || allocating) {
      if (!FlightRecorder.isAvailable()) {
        throw new IllegalStateException(
            "this machine has no flight recorder, which BLOCKING and ALLOCATION need");
      }
      Recording recording = new Recording();
      recording.setName("asynclint");
      FlightEvents.enable(recording, blocking ? FlightEvents.BLOCKING : List.of());
      FlightEvents.enable(recording, allocating ? FlightEvents.ALLOCATING : List.of());
      recording.start();
      recorder.recording = recording;
    }
    return recorder;
  }

  synchronized List<BlockingCall> blockingCalls() {
    return blockingCalls;
  }

  synchronized List<AllocationSite> allocations() {
    return allocations;
  }

  /** Reads all that was recorded so far in threads of some numbers. */
  synchronized void read(Collection<Long> threads) {
    if (recording == null) {
      return;
    }
    try {
      Path file = Files.createTempFile("asynclint", ".jfr");
      try {
        recording.dump(file);
        read(file, Set.copyOf(threads));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the flight recording cannot be read", e);
    }
  }

  /** Reads it a last time and records no more. */
  synchronized void close(Collection<Long> threads) {
    if (recording != null) {
      try {
        read(threads);
      } finally {
        recording.close();
        recording = null;
      }
    }
  }

  private void read(Path file, Set<Long> threads) throws IOException {
    Map<Calls.Key, Calls> blocking = new HashMap<>();
    Map<AllocationSite, long[]> allocating = new HashMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null
            || event.getThread() == null
            || !threads.contains(event.getThread().getJavaThreadId())) {
          continue;
        }
        List<Site> sites = blamed(stack);
        if (sites.isEmpty()) {
          continue;
        }
        String name = event.getEventType().getName();
        if (FlightEvents.BLOCKING.contains(name)) {
          Calls.Key key = new Calls.Key(name, RecordedThing.of(event), sites);
          blocking.computeIfAbsent(key, Calls::new).add(event.getDuration().toNanos());
        } else if (FlightEvents.ALLOCATING.contains(name)) {
          String type = RecordedThing.type(event.getClass("objectClass").getName());
          long[] sum =
              allocating.computeIfAbsent(
                  new AllocationSite(type, sites.get(0), 0, 0), k -> new long[2]);
          sum[0]++;
          sum[1] += event.getLong("allocationSize");
        }
      }
    }
    blockingCalls = blocking.values().stream().map(Calls::call).sorted(Calls.ORDER).toList();
    allocations = RecordedThing.sorted(allocating);
  }

  /**
   * The user's lines of a call made in a poll, innermost first; empty when the runtime itself made
   * it. Where no user's frame is, the innermost one of a library stands for it.
   */
  private List<Site> blamed(RecordedStackTrace stack) {
    List<Site> users = new ArrayList<>();
    Site library = null;
    for (RecordedFrame frame : stack.getFrames()) {
      String name = frame.getMethod().getType().getName();
      if (frames.isJdk(name)) {
        continue;
      }
      if (frames.isRuntime(name)) {
        if (users.isEmpty() && library == null) {
          return List.of();
        }
        continue;
      }
      Site site = Site.of(name, frame.getMethod().getName(), null, frame.getLineNumber());
      if (frames.isUser(name)) {
        users.add(site);
      } else if (library == null) {
        library = site;
      }
    }
    return users.isEmpty() && library != null ? List.of(library) : users;
  }
}
