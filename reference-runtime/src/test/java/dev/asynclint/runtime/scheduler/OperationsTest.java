package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.channel.Broadcast;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.channel.Oneshot;
import dev.asynclint.runtime.channel.Watch;
import dev.asynclint.runtime.combine.JoinSet;
import dev.asynclint.runtime.combine.Select;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.AsyncMutex;
import dev.asynclint.runtime.sync.AsyncRwLock;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import dev.asynclint.runtime.sync.CancellationToken;
import dev.asynclint.runtime.sync.Notify;
import dev.asynclint.runtime.time.Interval;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.runtime.time.Timeout;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What takes an operation off the budget of a task, and what does not. */
class OperationsTest {
  private static Arguments one(String name, Supplier<Async<?>> ready) {
    return arguments(name, 1, ready);
  }

  private static Arguments none(String name, Supplier<Async<?>> ready) {
    return arguments(name, 0, ready);
  }

  static Stream<Arguments> operations() {
    return Stream.of(
        one("send", () -> Mpsc.<Integer>bounded(1).sender().send(1)),
        one("send without a bound", () -> Mpsc.<Integer>unbounded().sender().send(1)),
        one(
            "receive",
            () -> {
              Mpsc<Integer> channel = Mpsc.bounded(1);
              channel.sender().trySend(1);
              return channel.receiver().receive();
            }),
        one(
            "receive many",
            () -> {
              Mpsc<Integer> channel = Mpsc.bounded(9);
              for (int i = 0; i < 9; i++) {
                channel.sender().trySend(i);
              }
              return channel.receiver().receiveMany(9);
            }),
        one(
            "oneshot",
            () -> {
              Oneshot<Integer> channel = new Oneshot<>();
              channel.send(1);
              return channel.receive();
            }),
        one(
            "broadcast",
            () -> {
              Broadcast<Integer> channel = new Broadcast<>(1);
              Broadcast<Integer>.Subscriber subscriber = channel.subscribe();
              channel.send(1);
              return subscriber.receive();
            }),
        one(
            "watch",
            () -> {
              Watch<Integer> channel = new Watch<>(0);
              Watch<Integer>.Receiver receiver = channel.subscribe();
              channel.send(1);
              return receiver.changed();
            }),
        one("acquire", () -> new AsyncSemaphore(2).acquire(2)),
        one("lock", () -> new AsyncMutex<>(1).lock()),
        one("read", () -> new AsyncRwLock<>(1).read()),
        one("write", () -> new AsyncRwLock<>(1).write()),
        one("sleep", () -> Sleep.of(Duration.ZERO)),
        one("tick", () -> Interval.every(Duration.ofSeconds(1)).tick()),
        one(
            "timeout of what is ready",
            () -> Timeout.of(Duration.ofSeconds(1), new AsyncMutex<>(1).lock())),
        one("consumeBudget", Coop::consumeBudget),
        one("join", OperationsTest::finished),
        none("notified", () -> stored().notified()),
        none("cancelled", () -> cancelled().cancelled()),
        none("trySend", () -> Async.call(() -> Mpsc.<Integer>bounded(1).sender().trySend(1))),
        none("tryAcquire", () -> Async.call(() -> new AsyncSemaphore(1).tryAcquire(1))),
        none("yieldNow", Coop::yieldNow),
        none("joinNext", OperationsTest::joinNext),
        none("select of what is free", () -> Select.fair().on(stored().notified(), n -> 1)));
  }

  private static Notify stored() {
    Notify signal = new Notify();
    signal.notifyOne();
    return signal;
  }

  private static CancellationToken cancelled() {
    CancellationToken token = new CancellationToken();
    token.cancel();
    return token;
  }

  private static Async<?> finished() {
    JoinHandle<Integer> task = AsyncRuntime.current().spawn(Async.of(1));
    return Coop.yieldNow().then(n -> task);
  }

  private static Async<?> joinNext() {
    JoinSet<Integer> set = new JoinSet<>(AsyncRuntime.current());
    set.spawn(Async.of(1));
    return set.joinNext();
  }

  @ParameterizedTest(name = "{0} takes {1}")
  @MethodSource("operations")
  void takes(String name, int operations, Supplier<Async<?>> ready) {
    int[] taken = {0};
    Paused.run(
        () ->
            AsyncRuntime.current()
                .spawn(
                    Async.defer(ready)
                        .map(
                            value -> {
                              taken[0] =
                                  Budgets.DEFAULT.operationsPerPoll() - Context.current().budget();
                              return null;
                            })));
    assertThat(taken[0]).isEqualTo(operations);
  }

  @Test
  void outsideOfATaskThereIsNoLimit() {
    Context cx = Context.of(null, 1);
    for (int i = 0; i < 1000; i++) {
      assertThat(cx.proceed()).isTrue();
      cx.progress();
    }
    assertThat(cx.hasDeferred()).isFalse();
    assertThat(cx.forcedYields()).isZero();
  }

  @Test
  void aSelectLooksAtNoBranchWhenTheBudgetIsUsedUp() {
    int[] polls = {0};
    int[] before = {-1};
    Paused.run(
        () -> {
          Async<Integer> branch =
              cx -> {
                polls[0]++;
                return Poll.ready(1);
              };
          Select<Integer> select = Select.<Integer>fair().on(branch, x -> x);
          return AsyncRuntime.current()
              .spawn(
                  cx -> {
                    if (before[0] < 0) {
                      cx.budget(0);
                      assertThat(select.poll(cx).isPending()).isTrue();
                      before[0] = polls[0];
                      return Poll.pending();
                    }
                    return select.poll(cx);
                  });
        });
    assertThat(before[0]).isZero();
    assertThat(polls[0]).isEqualTo(1);
  }
}
