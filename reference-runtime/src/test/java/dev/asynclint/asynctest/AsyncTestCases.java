package dev.asynclint.asynctest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.channel.Oneshot;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.direct.Await;
import dev.asynclint.runtime.junit.AsyncTest;
import dev.asynclint.runtime.junit.Flavor;
import dev.asynclint.runtime.junit.WithinBudget;
import dev.asynclint.runtime.net.TcpListener;
import dev.asynclint.runtime.net.TcpStream;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Run by {@link AsyncTestTest}, and by nobody else. */
class AsyncTestCases {
  static final List<AsyncRuntime> SEEN = new ArrayList<>();
  private AsyncRuntime before;

  @BeforeEach
  void keep(AsyncRuntime runtime) {
    before = runtime;
  }

  @AsyncTest(seeds = 3)
  void seesItsRuntime(AsyncRuntime runtime) {
    assertThat(runtime).isSameAs(before);
    SEEN.add(runtime);
  }

  /** The order in which three tasks run under a seed. */
  static List<Integer> order(long seed) {
    List<Integer> order = new ArrayList<>();
    Paused.run(
        Paused.builder().explore(true).rngSeed(seed * 0x9E3779B97F4A7C15L),
        () -> ordered(AsyncRuntime.current(), order));
    return order;
  }

  private static Async<List<Void>> ordered(AsyncRuntime runtime, List<Integer> order) {
    List<JoinHandle<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      tasks.add(
          runtime.spawn(
              (Async<Void>)
                  cx -> {
                    order.add(number);
                    return Poll.ready(null);
                  }));
    }
    return Join.all(tasks);
  }

  @AsyncTest(seeds = 100)
  void passesInEveryOrder(AsyncRuntime runtime) throws Exception {
    List<Integer> order = new ArrayList<>();
    runtime.blockOn(Async.defer(() -> ordered(runtime, order)));
    assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
  }

  @AsyncTest(seeds = 100)
  void failsInSomeOrders(AsyncRuntime runtime) throws Exception {
    List<Integer> order = new ArrayList<>();
    runtime.blockOn(Async.defer(() -> ordered(runtime, order)));
    assertThat(order).containsExactly(0, 1, 2);
  }

  @AsyncTest
  void leavesATask(AsyncRuntime runtime) {
    runtime.spawn("forgotten", Sleep.of(Duration.ofDays(1)));
  }

  private static TcpListener listen(AsyncRuntime runtime) throws Exception {
    return runtime.blockOn(
        TcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  @AsyncTest
  void leavesASocket(AsyncRuntime runtime) throws Exception {
    listen(runtime);
  }

  @AsyncTest
  void leavesATaskAtASocket(AsyncRuntime runtime) throws Exception {
    runtime.spawn("server", listen(runtime).accept());
  }

  @AsyncTest
  void closesItsSockets(AsyncRuntime runtime) throws Exception {
    try (TcpListener listener = listen(runtime)) {
      JoinHandle<TcpStream> server =
          runtime.spawn(listener.accept().then(s -> Async.of(s).always(s::close)));
      runtime.blockOn(TcpStream.connect(listener.localAddress())).close();
      runtime.blockOn(server);
    }
  }

  @AsyncTest
  void losesAWake(AsyncRuntime runtime) {
    runtime.spawn("lost", new Oneshot<String>().receive());
  }

  @AsyncTest
  void losesAFailure(AsyncRuntime runtime) {
    runtime.spawn(Async.failed(new IllegalStateException("unseen")));
  }

  @AsyncTest
  void waitsForEver(AsyncRuntime runtime) throws Exception {
    runtime.blockOn(Async.never());
  }

  @AsyncTest(flavor = Flavor.MULTI_THREAD)
  void leavesATaskToWorkers(AsyncRuntime runtime) {
    runtime.spawn("forgotten", Async.never());
  }

  @AsyncTest(flavor = Flavor.MULTI_THREAD)
  void leavesABlockingCall(AsyncRuntime runtime) {
    runtime.spawnBlocking(() -> new CountDownLatch(1).await(1, TimeUnit.DAYS));
  }

  @AsyncTest(startPaused = false)
  @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
  void takesTooLong(AsyncRuntime runtime) throws Exception {
    runtime.blockOn(Async.never());
  }

  @AsyncTest(seeds = 0)
  void hasNoSeeds(AsyncRuntime runtime) {}

  @AsyncTest(workers = 0)
  void hasNoWorkers(AsyncRuntime runtime) {}

  @AsyncTest
  @WithinBudget
  void usesTooManyOperations(AsyncRuntime runtime) throws Exception {
    Async<Void> many =
        cx -> {
          for (int i = 0; i < 200; i++) {
            cx.progress();
          }
          return Poll.ready(null);
        };
    runtime.blockOn(runtime.spawn("greedy", Coop.unconstrained(many)));
  }

  @AsyncTest
  @WithinBudget
  void blocksAWorker(AsyncRuntime runtime) throws Exception {
    runtime.blockOn(
        runtime.spawn(
            Async.call(
                () -> {
                  Thread.sleep(5);
                  return null;
                })));
  }

  @AsyncTest
  @WithinBudget(budgets = "taskStateErrorBytes = 4KiB")
  void keepsTooMuch(AsyncRuntime runtime) throws Exception {
    byte[] kept = new byte[5_000];
    runtime.blockOn(
        runtime.spawn(
            "heavy", Sleep.of(Duration.ofMillis(1)).then(n -> Async.of((long) kept.length))));
  }

  @AsyncTest
  @WithinBudget(budgets = "pollTimes = 1ms")
  void misnamesABudget(AsyncRuntime runtime) {}

  @AsyncTest
  @WithinBudget(budgets = "pollTime")
  void misspellsABudget(AsyncRuntime runtime) {}

  @AsyncTest
  void abortsWhatItStarted(AsyncRuntime runtime) {
    runtime.spawn(Async.never()).abort();
  }

  @AsyncTest
  void asksForTheFailure(AsyncRuntime runtime) {
    JoinHandle<Void> handle = runtime.spawn(Async.failed(new IllegalStateException("seen")));
    assertThatThrownBy(() -> runtime.blockOn(handle)).hasMessageContaining("seen");
  }

  @AsyncTest(flavor = Flavor.MULTI_THREAD, workers = 1)
  void letsBackgroundTasksEnd(AsyncRuntime runtime) {
    runtime.spawn(Coop.yieldNow());
    runtime.spawnBlocking(() -> 1);
  }

  @AsyncTest
  @WithinBudget({
    WithinBudget.Spending.OPERATIONS,
    WithinBudget.Spending.STATE,
    WithinBudget.Spending.BLOCKING,
    WithinBudget.Spending.HELD_LOCKS
  })
  void staysWithinItsBudgets(AsyncRuntime runtime) throws Exception {
    runtime.blockOn(runtime.spawn(Sleep.of(Duration.ofSeconds(3))));
    assertThat(Context.current()).isNull();
  }

  @AsyncTest
  void waitsInDirectStyle(AsyncRuntime runtime) throws Exception {
    JoinHandle<String> handle =
        runtime.spawn(
            () -> {
              Await.await(Sleep.of(Duration.ofHours(1)));
              return "an hour later";
            });
    assertThat(runtime.blockOn(handle)).isEqualTo("an hour later");
  }
}
