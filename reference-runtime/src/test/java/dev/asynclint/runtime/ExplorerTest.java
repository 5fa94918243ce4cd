package dev.asynclint.runtime;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.combine.Select;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.sync.AsyncMutex;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import dev.asynclint.runtime.sync.Notify;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Small programs under very many orders of their tasks: nothing may be lost in any. */
class ExplorerTest {
  private static final int SEEDS = 10_000;

  private static void explore(Callable<Async<Void>> program) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        Paused.run(Paused.builder().explore(true).rngSeed(seed * 0x9E3779B97F4A7C15L), program);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static Async<Void> yields(int most) {
    int count = Context.current().random(most);
    Async<Void> all = Async.of(null);
    for (int i = 0; i < count; i++) {
      all = all.then(n -> Coop.yieldNow());
    }
    return all;
  }

  @Test
  void elementsOfAChannelAreNotLostWhenSendersAreAborted() {
    explore(
        () -> {
          Mpsc<Integer> channel = Mpsc.bounded(2);
          List<Integer> sent = new ArrayList<>();
          List<Integer> seen = new ArrayList<>();
          List<JoinHandle<Boolean>> senders = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            int number = i;
            senders.add(
                spawn(
                    yields(3).then(n -> channel.sender().send(number)).map(n -> sent.add(number))));
          }
          JoinHandle<Void> receiver = spawn(receive(channel.receiver(), seen));
          senders.get(0).abort();
          return Join.all(senders.stream().map(ExplorerTest::settled).toList())
              .then(
                  n -> {
                    channel.sender().close();
                    return receiver;
                  })
              .map(
                  n -> {
                    assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
                    assertThat(sent).hasSizeGreaterThanOrEqualTo(4);
                    return null;
                  });
        });
  }

  private static Async<Void> receive(Mpsc<Integer>.Receiver receiver, List<Integer> seen) {
    return receiver
        .receive()
        .then(
            element -> {
              if (element == null) {
                return Async.of(null);
              }
              seen.add(element);
              return yields(2).then(n -> receive(receiver, seen));
            });
  }

  private static Async<Void> settled(JoinHandle<?> handle) {
    return handle.<Void>map(value -> null).recover(failure -> Async.of(null));
  }

  @Test
  void aMutexNeverHasTwoHoldersAndIsFreeInTheEnd() {
    explore(
        () -> {
          AsyncMutex<Integer> mutex = new AsyncMutex<>(0);
          int[] inside = {0};
          List<JoinHandle<Void>> tasks = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            tasks.add(
                spawn(
                    mutex
                        .lock()
                        .then(
                            guard -> {
                              assertThat(++inside[0]).isEqualTo(1);
                              return yields(3)
                                  .always(
                                      () -> {
                                        inside[0]--;
                                        guard.close();
                                      });
                            })));
          }
          JoinHandle<Void> victim = tasks.get(Context.current().random(4));
          return yields(4)
              .then(
                  n -> {
                    victim.abort();
                    return Join.all(tasks.stream().map(ExplorerTest::settled).toList());
                  })
              .map(
                  n -> {
                    assertThat(mutex.tryLock()).isPresent();
                    assertThat(mutex.waiting()).isZero();
                    return null;
                  });
        });
  }

  @Test
  void permitsComeBackWhateverIsAborted() {
    explore(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(3);
          List<JoinHandle<Void>> tasks = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            long wanted = 1 + i % 3;
            tasks.add(
                spawn(semaphore.acquire(wanted).then(permit -> yields(3).always(permit::close))));
          }
          JoinHandle<Void> victim = tasks.get(Context.current().random(5));
          return yields(4)
              .then(
                  n -> {
                    victim.abort();
                    return Join.all(tasks.stream().map(ExplorerTest::settled).toList());
                  })
              .map(
                  n -> {
                    assertThat(semaphore.availablePermits()).isEqualTo(3);
                    return null;
                  });
        });
  }

  @Test
  void aSelectThatLosesGivesBackWhatItHad() {
    explore(
        () -> {
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          Notify notify = new Notify();
          JoinHandle<Void> holder =
              spawn(semaphore.acquire().then(permit -> yields(3).always(permit::close)));
          JoinHandle<String> chooser =
              spawn(
                  Select.<String>fair()
                      .on(
                          semaphore.acquire(),
                          permit -> {
                            permit.close();
                            return "permit";
                          })
                      .on(notify.notified(), n -> "signal"));
          return yields(4)
              .then(
                  n -> {
                    notify.notifyOne();
                    return holder;
                  })
              .then(n -> chooser)
              .map(
                  winner -> {
                    assertThat(semaphore.availablePermits()).isEqualTo(1);
                    assertThat(notify.waiting()).isZero();
                    return null;
                  });
        });
  }
}
