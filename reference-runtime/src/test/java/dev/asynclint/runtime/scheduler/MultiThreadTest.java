package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MultiThreadTest {
  @RepeatedTest(5)
  void allTasksOfAFanOutEnd() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(4).build()) {
      LongAdder ran = new LongAdder();
      Async<Integer> fanOut =
          Async.defer(
              () -> {
                List<JoinHandle<Void>> handles = new ArrayList<>();
                for (int i = 0; i < 10_000; i++) {
                  handles.add(
                      AsyncRuntime.current()
                          .spawn(
                              Coop.yieldNow()
                                  .map(
                                      n -> {
                                        ran.increment();
                                        return null;
                                      })));
                }
                return Join.all(handles).map(List::size);
              });
      assertThat(runtime.blockOn(runtime.spawn(fanOut))).isEqualTo(10_000);
      assertThat(ran.sum()).isEqualTo(10_000);
      assertThat(runtime.metrics().aliveTasks()).isZero();
      assertThat(runtime.metrics().engine().polls()).isGreaterThanOrEqualTo(20_000);
    }
  }

  @RepeatedTest(5)
  void tasksFromOutsideAllEnd() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build()) {
      List<JoinHandle<Integer>> handles = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        int number = i;
        handles.add(runtime.spawn(Async.call(() -> number)));
      }
      for (int i = 0; i < handles.size(); i++) {
        assertThat(runtime.blockOn(handles.get(i))).isEqualTo(i);
      }
    }
  }

  @Test
  void timersFireWithoutAnyOtherWork() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build()) {
      List<Async<Void>> sleeps = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int millis = i % 10;
        sleeps.add(Async.defer(() -> Sleep.of(Duration.ofMillis(millis))));
      }
      assertThat(runtime.blockOn(runtime.spawn(Join.all(sleeps)))).hasSize(100);
    }
  }

  @Test
  void theNumberAndTheNamesOfWorkersAreSettings() throws Exception {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().workerThreads(3).threadName("shop").build()) {
      assertThat(runtime.metrics().engine().workers()).isEqualTo(3);
      String name =
          runtime.blockOn(runtime.spawn(Async.call(() -> Thread.currentThread().getName())));
      assertThat(name).matches("shop-rt-worker-[0-2]");
      String blocking =
          runtime.blockOn(runtime.spawnBlocking(() -> Thread.currentThread().getName()));
      assertThat(blocking).isEqualTo("shop-rt-blocking-0");
    }
  }

  @Test
  void closingCancelsWhatIsSuspended() {
    LongAdder dropped = new LongAdder();
    AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build();
    List<JoinHandle<Object>> handles = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      handles.add(runtime.spawn(Async.never().always(dropped::increment)));
    }
    runtime.close();
    assertThat(handles).allMatch(JoinHandle::isFinished);
    assertThat(dropped.sum()).isEqualTo(100);
    assertThat(runtime.metrics().aliveTasks()).isZero();
  }
}
