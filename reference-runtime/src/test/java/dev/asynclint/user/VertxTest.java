package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.meter.BlockingCall;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.internal.VertxBootstrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The worker pools of Vert.x run on the runtime and are metered. Its event loops cannot: each is
 * one runnable that never returns, between whose turns nothing asks an executor.
 */
class VertxTest {
  private final List<String> threads = Collections.synchronizedList(new ArrayList<>());

  private static AsyncRuntime runtime(Meter... meters) {
    return AsyncRuntime.builder()
        .workerThreads(2)
        .threadName("vertx")
        .metering(Metering.of(meters).libraries("io.vertx.", "io.netty."))
        .build();
  }

  /** Every pool a view of its own, because Vert.x shuts each of them down. */
  private static Vertx on(AsyncRuntime runtime) {
    return VertxBootstrap.create()
        .executorServiceFactory((threads, size, most) -> runtime.executor())
        .init()
        .vertx();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  private void seen() {
    threads.add(Thread.currentThread().getName());
  }

  private static void pause() throws InterruptedException {
    Thread.sleep(1);
  }

  @Test
  void whatIsCalledAsBlockingRunsInOrderAndTheLineThatBlocksIsBlamed() throws Exception {
    AsyncRuntime runtime = runtime(Meter.BLOCKING, Meter.SITES);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (runtime) {
      Vertx vertx = on(runtime);
      Context context = vertx.getOrCreateContext();
      List<Future<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int number = i;
        calls.add(
            context.executeBlocking(
                () -> {
                  seen();
                  pause();
                  order.add(number);
                  return null;
                }));
      }
      get(Future.all(calls));
      get(vertx.close());
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(threads).hasSize(10).allMatch(name -> name.startsWith("vertx-rt-worker-"));
    List<BlockingCall> sleeps =
        runtime.meters().blockingCalls().stream()
            .filter(call -> call.kind().equals("jdk.ThreadSleep"))
            .toList();
    assertThat(sleeps.stream().mapToLong(BlockingCall::count).sum()).isEqualTo(10);
    assertThat(sleeps).allSatisfy(call -> assertThat(call.blamed().method()).isEqualTo("pause"));
  }

  @Test
  void verticlesOfWorkersAndPoolsWithNamesRunOnIt() throws Exception {
    AsyncRuntime runtime = runtime();
    try (runtime) {
      Vertx vertx = on(runtime);
      get(
          vertx.deployVerticle(
              new AbstractVerticle() {
                @Override
                public void start() {
                  seen();
                  vertx.eventBus().<String>consumer("echo", m -> m.reply(echo(m.body())));
                }
              },
              new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER)));
      assertThat(get(vertx.eventBus().request("echo", "hello")).body()).isEqualTo("hello!");
      WorkerExecutor named = vertx.createSharedWorkerExecutor("named");
      assertThat(get(named.executeBlocking(() -> echo("named")))).isEqualTo("named!");
      get(named.close());
      assertThat(get(vertx.executeBlocking(() -> echo("still open")))).isEqualTo("still open!");
      get(vertx.close());
      assertThat(runtime.tasks()).isEmpty();
    }
    assertThat(threads).hasSize(4).allMatch(name -> name.startsWith("vertx-rt-worker-"));
    assertThat(runtime.meters().total().polls()).isGreaterThanOrEqualTo(4);
    assertThat(runtime.meters().total().ended()).isEqualTo(runtime.meters().total().spawned());
  }

  private String echo(String text) {
    seen();
    return text + "!";
  }

  @Test
  void eventLoopsStayThreadsOfTheirOwn() throws Exception {
    AsyncRuntime runtime = runtime();
    try (runtime) {
      Vertx vertx = on(runtime);
      Future<String> answer =
          Future.future(
              promise ->
                  vertx.runOnContext(
                      nothing -> {
                        seen();
                        promise.complete("answer");
                      }));
      assertThat(get(answer)).isEqualTo("answer");
      get(vertx.close());
    }
    assertThat(threads).singleElement().asString().startsWith("vert.x-eventloop-thread-");
  }
}
