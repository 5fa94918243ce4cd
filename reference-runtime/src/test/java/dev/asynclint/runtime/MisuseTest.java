package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.asynclint.runtime.channel.Broadcast;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.channel.Oneshot;
import dev.asynclint.runtime.channel.Watch;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.combine.Select;
import dev.asynclint.runtime.direct.Await;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.AsyncBarrier;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import dev.asynclint.runtime.time.Interval;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.runtime.time.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense is refused at once, by an exception that says what is wrong. */
class MisuseTest {
  private static final Duration NEGATIVE = Duration.ofMillis(-1);
  private static final Class<?> ARGUMENT = IllegalArgumentException.class;
  private static final Class<?> STATE = IllegalStateException.class;

  private static Arguments refused(
      String what, ThrowingCallable call, Class<?> type, String message) {
    return arguments(what, call, type, message);
  }

  private static <T> ThrowingCallable inTask(AsyncRuntimeCall<T> body) {
    return () -> {
      try (AsyncRuntime runtime = Paused.builder().build()) {
        runtime.blockOn(
            cx -> {
              body.call(runtime);
              return Poll.ready(null);
            });
      }
    };
  }

  /** Something done with a runtime. */
  private interface AsyncRuntimeCall<T> {
    T call(AsyncRuntime runtime) throws Exception;
  }

  private static ThrowingCallable closed(AsyncRuntimeCall<?> body) {
    return () -> {
      AsyncRuntime runtime = Paused.builder().build();
      runtime.close();
      body.call(runtime);
    };
  }

  static Stream<Arguments> misuses() {
    return Stream.of(outside(), inside(), amounts(), durations(), twice(), settings())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> outside() {
    return Stream.of(
        refused("current", AsyncRuntime::current, STATE, "this thread is outside of a runtime"),
        refused(
            "await outside",
            () -> Await.await(Async.of(1)),
            STATE,
            "await needs a body started with AsyncRuntime.spawn"),
        refused(
            "blockOn of a closed one",
            closed(runtime -> runtime.blockOn(Async.of(1))),
            STATE,
            "the runtime is closed"),
        refused(
            "timers of one without",
            () -> {
              try (AsyncRuntime runtime = AsyncRuntime.builder().enableTime(false).build()) {
                runtime.blockOn(Sleep.of(Duration.ZERO));
              }
            },
            STATE,
            "this runtime has no timers; build it with enableTime()"));
  }

  private static Stream<Arguments> inside() {
    return Stream.of(
        refused(
            "await in a poll",
            inTask(runtime -> Await.await(Async.of(1))),
            STATE,
            "await needs a body started with AsyncRuntime.spawn"),
        refused(
            "blockOn in a poll",
            inTask(runtime -> runtime.blockOn(Async.of(1))),
            STATE,
            "blockOn would keep a thread that polls tasks: return the computation, or await it"),
        refused(
            "close in a poll",
            inTask(
                runtime -> {
                  runtime.close();
                  return null;
                }),
            STATE,
            "a runtime cannot be closed by one of its tasks"));
  }

  private static Stream<Arguments> amounts() {
    return Stream.of(
        refused(
            "mpsc of 0",
            () -> Mpsc.bounded(0),
            ARGUMENT,
            "a channel needs room for an element, not 0"),
        refused(
            "broadcast of 0",
            () -> new Broadcast<>(0),
            ARGUMENT,
            "capacity must be from 1 to 2^30, not 0"),
        refused(
            "receiveMany of 0",
            () -> Mpsc.bounded(1).receiver().receiveMany(0),
            ARGUMENT,
            "receiveMany must take at least 1, not 0"),
        refused(
            "semaphore of -1",
            () -> new AsyncSemaphore(-1),
            ARGUMENT,
            "permits must be from 0 to " + AsyncSemaphore.MAX_PERMITS),
        refused(
            "acquire of -1",
            () -> new AsyncSemaphore(1).acquire(-1),
            ARGUMENT,
            "permits must be from 0 to " + AsyncSemaphore.MAX_PERMITS),
        refused(
            "too many permits",
            () -> new AsyncSemaphore(AsyncSemaphore.MAX_PERMITS).addPermits(1),
            STATE,
            "more permits than " + AsyncSemaphore.MAX_PERMITS),
        refused(
            "none at a time",
            () -> Join.concurrently(List.of(1), 0, Async::of),
            ARGUMENT,
            "at least one must run at a time, not 0"),
        refused(
            "select without a branch",
            () -> Paused.run(() -> Select.<Integer>fair()),
            STATE,
            "a select needs a branch at least"));
  }

  private static Stream<Arguments> durations() {
    return Stream.of(
        refused(
            "sleep", () -> Sleep.of(NEGATIVE), ARGUMENT, "a time must not be negative: PT-0.001S"),
        refused(
            "timeout",
            () -> Timeout.of(NEGATIVE, Async.of(1)),
            ARGUMENT,
            "a time must not be negative: PT-0.001S"),
        refused(
            "interval of 0",
            () -> Interval.every(Duration.ZERO),
            ARGUMENT,
            "a period must be positive: PT0S"),
        refused(
            "keep-alive",
            () -> AsyncRuntime.builder().threadKeepAlive(NEGATIVE),
            ARGUMENT,
            "threadKeepAlive must not be negative: PT-0.001S"),
        refused(
            "shutdown",
            () -> {
              try (AsyncRuntime runtime = Paused.builder().build()) {
                runtime.shutdownTimeout(NEGATIVE);
              }
            },
            ARGUMENT,
            "a limit must not be negative: PT-0.001S"),
        refused(
            "a clock turned back",
            inTask(
                runtime -> {
                  runtime.timers().advance(NEGATIVE);
                  return null;
                }),
            ARGUMENT,
            "a time must not be negative: PT-0.001S"),
        refused(
            "a clock that runs moved",
            () -> {
              try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
                runtime.timers().advance(Duration.ofMillis(1));
              }
            },
            STATE,
            "only a paused clock can be advanced"));
  }

  private static Stream<Arguments> twice() {
    return Stream.of(
        refused(
            "a oneshot sent twice",
            () -> {
              Oneshot<Integer> channel = new Oneshot<>();
              channel.send(1);
              channel.send(2);
            },
            STATE,
            "only one value can be sent"),
        refused(
            "a sender used after its close",
            () -> {
              Mpsc<Integer> channel = Mpsc.bounded(1);
              channel.sender().close();
              channel.sender().send(1);
            },
            STATE,
            "this sender was closed"),
        refused(
            "a watch used after its close",
            () -> {
              Watch<Integer> watch = new Watch<>(1);
              watch.close();
              watch.send(2);
            },
            STATE,
            "the channel was closed"),
        refused(
            "a clock paused twice",
            inTask(
                runtime -> {
                  runtime.timers().pause();
                  return null;
                }),
            STATE,
            "the clock is paused already"),
        refused(
            "a result taken twice",
            () -> {
              try (AsyncRuntime runtime = Paused.builder().build()) {
                JoinHandle<Integer> handle = runtime.spawn(Async.of(1));
                runtime.blockOn(handle);
                runtime.blockOn(handle);
              }
            },
            STATE,
            "the result of task 1 has been taken before"),
        refused(
            "a dropped handle asked",
            () -> {
              try (AsyncRuntime runtime = Paused.builder().build()) {
                JoinHandle<Integer> handle = runtime.spawn(Async.of(1));
                handle.drop();
                runtime.blockOn(handle);
              }
            },
            STATE,
            "the handle of task 1 was dropped: nobody kept its result"));
  }

  private static Stream<Arguments> settings() {
    return Stream.of(
        refused(
            "no workers",
            () -> AsyncRuntime.builder().workerThreads(0),
            ARGUMENT,
            "workerThreads must be at least 1, not 0"),
        refused(
            "no budget",
            () -> AsyncRuntime.builder().operationsPerPoll(0),
            ARGUMENT,
            "operationsPerPoll must be at least 1, not 0"),
        refused(
            "a paused clock on workers",
            () -> AsyncRuntime.builder().startPaused(true).build(),
            STATE,
            "a paused clock, exploring and stall detection need the current-thread flavour"),
        refused(
            "a barrier for nobody",
            () -> new AsyncBarrier(0),
            ARGUMENT,
            "a barrier needs a party at least, not 0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuses")
  void isRefused(String what, ThrowingCallable call, Class<?> type, String message) {
    assertThatThrownBy(call).isInstanceOf(type).hasMessageContaining(message);
  }
}
