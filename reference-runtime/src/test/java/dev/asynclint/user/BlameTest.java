package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.direct.Await;
import dev.asynclint.runtime.meter.BlockingCall;
import dev.asynclint.runtime.meter.HeldLock;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.MeterReport;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.meter.SlowPoll;
import dev.asynclint.runtime.meter.TaskState;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.sync.AsyncMutex;
import dev.asynclint.runtime.time.Sleep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters name the line that is to blame. */
class BlameTest {
  private static final Duration SLEEP = Duration.ofMillis(5);

  private static MeterReport measure(Metering metering, Async<?> task) throws Exception {
    AsyncRuntime runtime = AsyncRuntime.builder().currentThread().metering(metering).build();
    try (runtime) {
      runtime.blockOn(runtime.spawn("blamed", task).map(x -> null));
    }
    return runtime.meters();
  }

  @Test
  void aBlockingCallIsBlamedOnTheLineThatMakesIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("read.txt"), "text");
    int line = Lines.here(6);
    MeterReport report =
        measure(
            Metering.of(Meter.BLOCKING),
            Async.call(
                () -> {
                  Thread.sleep(SLEEP.toMillis());
                  new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
                  Files.readString(file);
                  return null;
                }));
    assertThat(report.blockingCalls())
        .extracting(call -> call.kind() + " " + call.blamed().line())
        .contains(
            "jdk.ThreadSleep " + line,
            "jdk.ThreadPark " + (line + 1),
            "jdk.FileRead " + (line + 2));
    BlockingCall sleep =
        report.blockingCalls().stream()
            .filter(call -> call.kind().equals("jdk.ThreadSleep"))
            .findFirst()
            .orElseThrow();
    assertThat(sleep.count()).isEqualTo(1);
    assertThat(sleep.maxNanos()).isGreaterThanOrEqualTo(SLEEP.toNanos() - 1_000_000);
    assertThat(sleep.blamed().method()).isEqualTo("aBlockingCallIsBlamedOnTheLineThatMakesIt");
  }

  @Test
  void waitingAsATaskDoesBlocksNothing() throws Exception {
    MeterReport report = measure(Metering.of(Meter.BLOCKING), Sleep.of(SLEEP));
    assertThat(report.blockingCalls()).isEmpty();
  }

  @Test
  void blockingCallsOnTheBlockingPoolAreNotBlamed() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().workerThreads(1).metering(Metering.of(Meter.BLOCKING)).build();
    try (runtime) {
      runtime.blockOn(
          runtime.spawn(
              Async.defer(
                  () ->
                      AsyncRuntime.current()
                          .spawnBlocking(
                              () -> {
                                Thread.sleep(SLEEP.toMillis());
                                return null;
                              }))));
    }
    assertThat(runtime.meters().blockingCalls()).isEmpty();
  }

  @Test
  void aSlowPollIsBlamedOnTheLineItIsAt() throws Exception {
    MeterReport report =
        measure(
            Metering.of(Meter.TIME, Meter.STACKS, Meter.CPU),
            Async.call(
                () -> {
                  spin(Duration.ofMillis(100));
                  return null;
                }));
    assertThat(report.slowPolls()).hasSize(1);
    SlowPoll poll = report.slowPolls().get(0);
    assertThat(poll.nanos()).isGreaterThanOrEqualTo(100_000_000);
    assertThat(poll.cpuNanos()).isBetween(1_000_000L, poll.nanos() + 10_000_000);
    assertThat(poll.blamed().method()).isEqualTo("spin");
    assertThat(poll.stack().get(1).method()).isEqualTo("aSlowPollIsBlamedOnTheLineItIsAt");
  }

  private static void spin(Duration time) {
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aLockHeldOverASuspensionIsBlamedOnTheLineThatAskedForIt() throws Exception {
    AsyncMutex<String> mutex = new AsyncMutex<>("");
    int line = Lines.here(4);
    MeterReport report =
        measure(
            Metering.of(Meter.SITES),
            Async.defer(() -> mutex.lock().then(guard -> Sleep.of(SLEEP).always(guard::close))));
    assertThat(report.heldLocks())
        .extracting(held -> held.kind() + " " + held.acquiredAt().line() + " " + held.times())
        .containsExactly("mutex " + line + " 1");
    MeterReport fixed =
        measure(
            Metering.of(Meter.SITES),
            Async.defer(() -> mutex.lock().then(BlameTest::letGo)).then(n -> Sleep.of(SLEEP)));
    assertThat(fixed.heldLocks()).isEmpty();
  }

  private static Async<Void> letGo(AsyncMutex<String>.Guard guard) {
    guard.close();
    return Async.of(null);
  }

  @Test
  void locksOfTheJdkAreBlamedToo() throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    AsyncRuntime runtime =
        AsyncRuntime.builder()
            .workerThreads(1)
            .metering(Metering.of(Meter.SITES, Meter.JDK_LOCKS))
            .build();
    int line = Lines.here(7);
    try (runtime) {
      JoinHandle<Void> task =
          runtime.spawn(
              "direct",
              () -> {
                lock.lock();
                synchronized (monitor) {
                  Await.await(Sleep.of(SLEEP));
                }
                lock.unlock();
                return Await.await(Sleep.of(SLEEP));
              });
      runtime.blockOn(task);
    }
    List<HeldLock> held = runtime.meters().heldLocks();
    assertThat(held).hasSize(2);
    assertThat(held.get(0).kind()).isEqualTo("java.util.concurrent.locks.ReentrantLock");
    assertThat(held.get(1).kind()).isEqualTo("monitor");
    assertThat(held.get(1).suspendedAt().line()).isEqualTo(line + 1);
    assertThat(held.get(1).acquiredAt().method()).isEqualTo("locksOfTheJdkAreBlamedToo");
    assertThat(held.get(1).times()).isEqualTo(1);
  }

  @Test
  void aLockOfTheJdkThatOutlivesAPollIsBlamedOnItsTask() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    MeterReport report =
        measure(
            Metering.of(Meter.JDK_LOCKS),
            Async.call(
                    () -> {
                      lock.lock();
                      return null;
                    })
                .then(n -> Sleep.of(SLEEP))
                .map(
                    n -> {
                      lock.unlock();
                      return null;
                    }));
    assertThat(report.heldLocks())
        .extracting(held -> held.kind() + " " + held.task() + " " + held.times())
        .containsExactly("java.util.concurrent.locks.ReentrantLock blamed 1");
  }

  @Test
  void theStateOfATaskIsWhatItKeeps() throws Exception {
    byte[] large = new byte[64 * 1024];
    MeterReport report =
        measure(
            Metering.of(Meter.STATE),
            Async.defer(
                () -> {
                  // Another task is no part of this one, though its handle is kept.
                  JoinHandle<byte[]> other =
                      AsyncRuntime.current().spawn(Async.of(new byte[100_000]));
                  return Sleep.of(SLEEP).then(n -> other).map(n -> large.length);
                }));
    TaskState state =
        report.states().stream().filter(s -> s.task().equals("blamed")).findFirst().orElseThrow();
    assertThat(state.bytes()).isBetween(64L * 1024 + 16, 64L * 1024 + 1024);
    assertThat(state.largest().get(0).type()).isEqualTo("byte[]");
    assertThat(state.largest().get(0).bytes()).isEqualTo(64 * 1024 + 16);
    MeterReport small = measure(Metering.of(Meter.STATE), Async.defer(() -> Sleep.of(SLEEP)));
    assertThat(small.states().get(0).bytes()).isLessThan(256);
    assertThat(small.states().get(0).estimated()).isFalse();
  }
}
