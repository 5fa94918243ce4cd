package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.meter.BlockingCall;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** Pipelines of Mutiny run on the runtime and are metered. */
class MutinyTest {
  private final List<String> threads = Collections.synchronizedList(new ArrayList<>());

  private static AsyncRuntime runtime(Meter... meters) {
    return AsyncRuntime.builder()
        .workerThreads(2)
        .threadName("mutiny")
        .metering(Metering.of(meters).libraries("io.smallrye."))
        .build();
  }

  private <T> T seen(T value) {
    threads.add(Thread.currentThread().getName());
    return value;
  }

  private static <T> T pause(T value) {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return value;
  }

  @Test
  void itemsAreEmittedAndSubscriptionsMadeOnItsWorkers() {
    AsyncRuntime runtime = runtime();
    try (runtime) {
      ScheduledExecutorService executor = runtime.executor();
      int sum =
          Multi.createFrom()
              .items(1, 2, 3)
              .emitOn(executor)
              .map(this::seen)
              .collect()
              .with(java.util.stream.Collectors.summingInt(x -> x))
              .await()
              .atMost(Duration.ofMinutes(1));
      assertThat(sum).isEqualTo(6);
      String made =
          Uni.createFrom()
              .item(() -> seen("made"))
              .runSubscriptionOn(executor)
              .await()
              .atMost(Duration.ofMinutes(1));
      assertThat(made).isEqualTo("made");
    }
    assertThat(threads).hasSize(4).allMatch(name -> name.startsWith("mutiny-rt-worker-"));
    assertThat(runtime.meters().total().polls()).isGreaterThanOrEqualTo(2);
    assertThat(runtime.meters().total().ended()).isEqualTo(runtime.meters().total().spawned());
  }

  @Test
  void asTheDefaultExecutorItRunsDelaysAndBlamesTheLineThatBlocks() {
    AsyncRuntime runtime = runtime(Meter.BLOCKING, Meter.SITES);
    Infrastructure.setDefaultExecutor(runtime.executor());
    try (runtime) {
      List<Integer> all =
          Multi.createFrom()
              .items(1, 2)
              .onItem()
              .transformToUniAndConcatenate(
                  x -> Uni.createFrom().item(x).onItem().delayIt().by(Duration.ofMillis(2)))
              .map(MutinyTest::pause)
              .map(this::seen)
              .collect()
              .asList()
              .await()
              .atMost(Duration.ofMinutes(1));
      assertThat(all).containsExactly(1, 2);
    } finally {
      Infrastructure.reload();
    }
    assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("mutiny-rt-worker-"));
    List<BlockingCall> sleeps =
        runtime.meters().blockingCalls().stream()
            .filter(call -> call.kind().equals("jdk.ThreadSleep"))
            .toList();
    assertThat(sleeps.stream().mapToLong(BlockingCall::count).sum()).isEqualTo(2);
    assertThat(sleeps).allSatisfy(call -> assertThat(call.blamed().method()).isEqualTo("pause"));
  }
}
