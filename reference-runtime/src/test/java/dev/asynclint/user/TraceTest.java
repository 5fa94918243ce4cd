package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.meter.AllocationSite;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.sync.AsyncMutex;
import dev.asynclint.runtime.time.Sleep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What metered tasks do is in any flight recording that asks for it. */
class TraceTest {
  private static volatile Object sink;

  @Test
  void tasksAreInARecording(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tasks.jfr");
    AsyncMutex<String> mutex = new AsyncMutex<>("");
    Metering metering = Metering.of(Meter.TIME, Meter.SITES).slowPoll(Duration.ofMillis(5));
    try (Recording recording = new Recording()) {
      for (String event : List.of("TaskSpawn", "TaskEnd", "SlowPoll", "LockHeldAcrossAwait")) {
        recording.enable("dev.asynclint." + event).withThreshold(Duration.ZERO);
      }
      recording.start();
      try (AsyncRuntime runtime =
          AsyncRuntime.builder().currentThread().metering(metering).build()) {
        runtime.blockOn(
            runtime.spawn(
                "traced",
                Async.defer(
                        () -> {
                          for (long end = System.nanoTime() + 10_000_000;
                              System.nanoTime() < end; ) {
                            Thread.onSpinWait();
                          }
                          return mutex.lock();
                        })
                    .then(guard -> Sleep.of(Duration.ofMillis(1)).always(guard::close))));
      }
      recording.dump(file);
    }
    var events =
        RecordingFile.readAllEvents(file).stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.getEventType().getName().replace("dev.asynclint.", "")));
    RecordedEvent spawn = events.get("TaskSpawn").get(0);
    assertThat(spawn.getString("name")).isEqualTo("traced");
    assertThat(spawn.getStackTrace().getFrames())
        .anySatisfy(
            frame -> assertThat(frame.getMethod().getName()).isEqualTo("tasksAreInARecording"));
    RecordedEvent end = events.get("TaskEnd").get(0);
    assertThat(end.getString("outcome")).isEqualTo("done");
    assertThat(end.getLong("polls")).isEqualTo(2);
    assertThat(end.getLong("wakes")).isEqualTo(1);
    assertThat(events.get("SlowPoll").get(0).getDuration("pollTime"))
        .isGreaterThanOrEqualTo(Duration.ofMillis(10));
    assertThat(events.get("LockHeldAcrossAwait").get(0).getString("acquiredAt"))
        .contains("TraceTest.java:");
  }

  @Test
  void allocationsOutsideOfBuffersAreBlamedOnTheirLine() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().currentThread().metering(Metering.of(Meter.ALLOCATION)).build();
    int line = Lines.here(7);
    try (runtime) {
      runtime.blockOn(
          runtime.spawn(
              Async.call(
                  () -> {
                    for (int i = 0; i < 20; i++) {
                      sink = new long[1 << 20];
                    }
                    return null;
                  })));
    }
    AllocationSite site =
        runtime.meters().allocations().stream()
            .filter(each -> each.type().equals("long[]"))
            .findFirst()
            .orElseThrow();
    assertThat(site.blamed().line()).isEqualTo(line);
    assertThat(site.count()).isEqualTo(20);
    assertThat(site.bytes()).isEqualTo(20L * (8 * (1 << 20) + 16));
  }
}
