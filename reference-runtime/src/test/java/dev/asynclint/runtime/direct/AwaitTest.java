package dev.asynclint.runtime.direct;

import static dev.asynclint.runtime.direct.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks in direct style, on threads of their own. */
class AwaitTest {
  private final AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aBodyWaitsWhereItStands() throws Exception {
    Mpsc<Integer> channel = Mpsc.bounded(1);
    JoinHandle<Integer> sum =
        runtime.spawn(
            () -> {
              int all = 0;
              for (Integer next = await(channel.receiver().receive());
                  next != null;
                  next = await(channel.receiver().receive())) {
                all += next;
              }
              return all;
            });
    JoinHandle<String> sends =
        runtime.spawn(
            () -> {
              try (Mpsc<Integer>.Sender sender = channel.sender()) {
                for (int i = 1; i <= 100; i++) {
                  await(sender.send(i));
                }
              }
              return "sent";
            });
    assertThat(runtime.blockOn(sends)).isEqualTo("sent");
    assertThat(runtime.blockOn(sum)).isEqualTo(5050);
  }

  @Test
  void whatIsAwaitedFailsWhereItIsAwaited() throws Exception {
    JoinHandle<String> task =
        runtime.spawn(
            () -> {
              try {
                return await(Timeout.<String>of(Duration.ofMillis(1), Async.never()));
              } catch (TimeoutException e) {
                return "too late";
              }
            });
    assertThat(runtime.blockOn(task)).isEqualTo("too late");
  }

  @Test
  void whatABodyThrowsFailsItsTask() {
    JoinHandle<String> task =
        runtime.spawn(
            () -> {
              throw new IllegalStateException("broken");
            });
    assertThatThrownBy(() -> runtime.blockOn(task))
        .isInstanceOf(JoinError.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAbortInterruptsTheBodyAndDropsWhatItAwaits() throws Exception {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Async<Void> endless =
        new Async<>() {
          @Override
          public Poll<Void> poll(Context cx) {
            waits.countDown();
            return Poll.pending();
          }

          @Override
          public void drop() {
            log.add("dropped");
          }
        };
    JoinHandle<Void> task =
        runtime.spawn(
            () -> {
              try {
                return await(endless);
              } catch (InterruptedException e) {
                log.add("interrupted");
                throw e;
              } finally {
                ended.countDown();
              }
            });
    waits.await();
    task.abort();
    assertThatThrownBy(() -> runtime.blockOn(task))
        .isInstanceOfSatisfying(JoinError.class, error -> assertThat(error.isCancelled()).isTrue());
    ended.await();
    assertThat(log).containsExactly("dropped", "interrupted");
  }

  @Test
  void awaitTakesItsShareOfTheBudget() throws Exception {
    JoinHandle<Integer> task =
        runtime.spawn(
            () -> {
              int turns = 0;
              for (int i = 0; i < 1000; i++) {
                await(Coop.consumeBudget());
                turns++;
              }
              await(Coop.yieldNow());
              return turns;
            });
    assertThat(runtime.blockOn(task)).isEqualTo(1000);
  }

  @Test
  void aBodySpawnsAndJoins() throws Exception {
    JoinHandle<String> task =
        runtime.spawn(
            () -> {
              JoinHandle<String> child =
                  AsyncRuntime.current().spawn(() -> await(Async.of("child")));
              return await(child) + " joined";
            });
    assertThat(runtime.blockOn(task)).isEqualTo("child joined");
  }

  @Test
  void outsideOfABodyAwaitIsRefused() throws Exception {
    assertThatThrownBy(() -> await(Async.of(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("await needs a body");
    JoinHandle<Object> polled = runtime.spawn(Async.call(() -> await(Async.of(1))));
    assertThatThrownBy(() -> runtime.blockOn(polled)).hasMessageContaining("await needs a body");
  }

  @Test
  void blockOnInsideOfABodyIsRefused() {
    JoinHandle<Integer> task = runtime.spawn(() -> runtime.blockOn(Async.of(1)));
    assertThatThrownBy(() -> runtime.blockOn(task)).hasMessageContaining("blockOn would keep");
  }
}
