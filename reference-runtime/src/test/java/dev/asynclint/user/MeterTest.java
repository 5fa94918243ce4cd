package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.channel.Broadcast;
import dev.asynclint.runtime.channel.LaggedException;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.MeterReport;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.meter.SharedPeak;
import dev.asynclint.runtime.meter.TaskTotals;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.Notify;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static volatile Object sink;

  /** What is measured while a computation is waited for, on one thread with a clock that stands. */
  private static MeterReport measure(Metering metering, Supplier<Async<?>> body) {
    AsyncRuntime runtime =
        AsyncRuntime.builder().currentThread().startPaused(true).metering(metering).build();
    try (runtime) {
      runtime.blockOn(Async.defer(() -> body.get().map(value -> null)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return runtime.meters();
  }

  private static <T> JoinHandle<T> spawn(String name, Async<T> async) {
    return AsyncRuntime.current().spawn(name, async);
  }

  private static Async<Void> times(int count, Supplier<Async<Void>> each) {
    return count == 0 ? Async.of(null) : each.get().then(n -> times(count - 1, each));
  }

  @Test
  void pollsOperationsAndForcedYieldsAreCounted() {
    MeterReport report =
        measure(Metering.counts(), () -> spawn("greedy", times(300, () -> Coop.consumeBudget())));
    TaskTotals greedy = report.named("greedy");
    assertThat(greedy.polls()).isEqualTo(3);
    assertThat(greedy.operations()).isEqualTo(300);
    assertThat(greedy.maxOperationsPerPoll()).isEqualTo(128);
    assertThat(greedy.forcedYields()).isEqualTo(2);
    assertThat(greedy.yields()).isZero();
    assertThat(greedy.selfWakes()).isZero();
    assertThat(report.total().spawned()).isEqualTo(1);
    assertThat(report.total().ended()).isEqualTo(1);
  }

  @Test
  void withoutALimitManyOperationsAreInOnePoll() {
    TaskTotals greedy =
        measure(
                Metering.counts(),
                () -> spawn("", Coop.unconstrained(times(300, () -> Coop.consumeBudget()))))
            .total();
    assertThat(greedy.maxOperationsPerPoll()).isEqualTo(300);
    assertThat(greedy.forcedYields()).isZero();
  }

  @Test
  void wakesATaskDoesToItselfAreToldFromThoseOfOthers() {
    int[] polls = {0};
    MeterReport report =
        measure(
            Metering.counts(),
            () -> {
              JoinHandle<Void> busy =
                  spawn(
                      "busy",
                      cx -> {
                        cx.waker().wake();
                        return polls[0]++ < 9 ? Poll.pending() : Poll.ready(null);
                      });
              Notify signal = new Notify();
              JoinHandle<Void> patient = spawn("patient", signal.notified());
              return busy.then(n -> Async.call(() -> signal))
                  .then(
                      s -> {
                        s.notifyOne();
                        return patient;
                      });
            });
    assertThat(report.named("busy").wakes()).isEqualTo(10);
    assertThat(report.named("busy").selfWakes()).isEqualTo(10);
    assertThat(report.named("patient").wakes()).isEqualTo(1);
    assertThat(report.named("patient").selfWakes()).isZero();
    assertThat(report.named("nobody")).isNull();
  }

  @Test
  void whatIsInFlightAtATimeHasAPeak() {
    MeterReport report =
        measure(
            Metering.counts(),
            () -> {
              Notify go = new Notify();
              List<Async<Void>> all = new ArrayList<>();
              for (int i = 0; i < 500; i++) {
                all.add(spawn("child", go.notified()));
              }
              return Coop.yieldNow()
                  .then(
                      n -> {
                        go.notifyWaiters();
                        return Join.all(all);
                      });
            });
    assertThat(report.peaks().inFlight()).isEqualTo(500);
    assertThat(report.named("child").peakInFlight()).isEqualTo(500);
    assertThat(report.named("child").ended()).isEqualTo(500);
    assertThat(report.peaks().localQueue()).isEqualTo(500);
  }

  @Test
  void yieldsAreCounted() {
    TaskTotals polite =
        measure(Metering.counts(), () -> spawn("", times(7, () -> Coop.yieldNow()))).total();
    assertThat(polite.yields()).isEqualTo(7);
    assertThat(polite.polls()).isEqualTo(8);
  }

  @Test
  void bytesAreExact() {
    Supplier<Async<?>> allocating =
        () ->
            spawn(
                "allocates",
                Async.call(
                    () -> {
                      for (int i = 0; i < 100; i++) {
                        sink = new byte[4096];
                      }
                      return null;
                    }));
    Supplier<Async<?>> idle = () -> spawn("idle", Async.call(() -> null));
    measure(Metering.of(Meter.BYTES), allocating);
    measure(Metering.of(Meter.BYTES), idle);
    long bytes =
        measure(Metering.of(Meter.BYTES), allocating).named("allocates").bytes()
            - measure(Metering.of(Meter.BYTES), idle).named("idle").bytes();
    assertThat(bytes).isEqualTo(100 * (4096 + 16));
  }

  @Test
  void timesAreMeasuredWhenAskedFor() {
    Supplier<Async<?>> tasks = () -> spawn("", times(5, () -> Coop.yieldNow()));
    MeterReport timed = measure(Metering.of(Meter.TIME), tasks);
    assertThat(timed.pollNanos().count()).isEqualTo(6);
    assertThat(timed.delayNanos().count()).isEqualTo(6);
    assertThat(timed.total().pollNanos()).isEqualTo(timed.pollNanos().total()).isPositive();
    assertThat(timed.pollNanos().max()).isEqualTo(timed.total().maxPollNanos());
    MeterReport counted = measure(Metering.counts(), tasks);
    assertThat(counted.pollNanos().count()).isZero();
    assertThat(counted.total().polls()).isEqualTo(6);
  }

  @Test
  void kindsAreToldByTheLineThatSpawnsThem() {
    int line = Lines.here(6);
    MeterReport report =
        measure(
            Metering.of(Meter.SITES),
            () -> {
              AsyncRuntime here = AsyncRuntime.current();
              here.spawn(Coop.yieldNow());
              return here.spawn(Coop.yieldNow());
            });
    assertThat(report.kinds()).hasSize(2);
    assertThat(report.kinds().get(0).spawnedAt())
        .hasToString(
            "dev.asynclint.user.MeterTest.kindsAreToldByTheLineThatSpawnsThem(MeterTest.java:"
                + line
                + ")");
    assertThat(report.kinds().get(1).spawnedAt().line()).isEqualTo(line + 1);
  }

  @Test
  void channelsHavePeaks() {
    int line = Lines.here(5);
    MeterReport report =
        measure(
            Metering.of(Meter.SITES),
            () -> {
              Mpsc<Integer> channel = Mpsc.bounded(4);
              Mpsc<Integer>.Sender sender = channel.sender();
              for (int i = 0; i < 10; i++) {
                spawn("sender", sender.send(i));
              }
              return Coop.yieldNow()
                  .then(
                      n ->
                          spawn(
                              "receiver",
                              times(10, () -> channel.receiver().receive().map(x -> null))));
            });
    assertThat(report.shared()).hasSize(1);
    SharedPeak peak = report.shared().get(0);
    assertThat(peak.kind()).isEqualTo("mpsc");
    assertThat(peak.madeAt().line()).isEqualTo(line);
    assertThat(peak.capacity()).isEqualTo(4);
    assertThat(peak.peakLength()).isEqualTo(4);
    assertThat(peak.peakWaiting()).isEqualTo(6);
  }

  @Test
  void whatABroadcastLosesIsCounted() {
    MeterReport report =
        measure(
            Metering.counts(),
            () -> {
              Broadcast<Integer> channel = new Broadcast<>(4);
              Broadcast<Integer>.Subscriber slow = channel.subscribe();
              for (int i = 0; i < 10; i++) {
                channel.send(i);
              }
              return spawn(
                  "",
                  slow.receive().recover(lag -> Async.of((int) ((LaggedException) lag).missed())));
            });
    assertThat(report.shared().get(0).lost()).isEqualTo(6);
    assertThat(report.shared().get(0).peakLength()).isEqualTo(10);
  }

  @Test
  void failuresNobodyAskedForAreLost() {
    MeterReport report =
        measure(
            Metering.counts(),
            () -> {
              spawn("lost", Async.failed(new IllegalStateException("unheard"))).drop();
              spawn("kept", Async.failed(new IllegalStateException("unasked")));
              JoinHandle<Object> asked =
                  spawn("asked", Async.failed(new IllegalStateException("heard")));
              JoinHandle<Object> aborted = spawn("aborted", Async.never());
              aborted.abort();
              return Coop.yieldNow().then(n -> asked.recover(failure -> Async.of(null)));
            });
    assertThat(report.lostFailures())
        .extracting(lost -> lost.name() + " " + lost.failure().getMessage())
        .containsExactly("lost unheard", "kept unasked");
    assertThat(report.total().failed()).isEqualTo(3);
    assertThat(report.named("aborted").cancelled()).isEqualTo(1);
  }

  @Test
  void severalWorkersMeasureTogether() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().workerThreads(2).metering(Metering.of(Meter.TIME)).build();
    try (runtime) {
      List<Async<Void>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(runtime.spawn("one of many", times(10, () -> Coop.yieldNow())));
      }
      runtime.blockOn(Join.all(all));
    }
    TaskTotals totals = runtime.meters().named("one of many");
    assertThat(totals.ended()).isEqualTo(200);
    assertThat(totals.polls()).isEqualTo(2200);
    assertThat(runtime.meters().pollNanos().count()).isEqualTo(2200);
  }

  @Test
  void aRuntimeWithoutMetersSaysSo() {
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
      assertThatThrownBy(runtime::meters)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("metering(");
    }
    assertThatThrownBy(() -> Metering.counts().slowPoll(java.time.Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slowPoll");
    assertThatThrownBy(() -> Metering.counts().libraries(""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
