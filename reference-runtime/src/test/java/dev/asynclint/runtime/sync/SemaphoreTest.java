package dev.asynclint.runtime.sync;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemaphoreTest {
  private final List<String> log = new ArrayList<>();

  private JoinHandle<AsyncSemaphore.Permit> waiter(AsyncSemaphore semaphore, long n, String name) {
    return spawn(
        semaphore
            .acquire(n)
            .map(
                permit -> {
                  log.add(name);
                  return permit;
                }));
  }

  private static Async<Void> settle() {
    return Coop.yieldNow().then(n -> Coop.yieldNow()).then(n -> Coop.yieldNow());
  }

  @Test
  void aBigRequestBlocksLaterSmallOnesAndCollectsWhatIsGivenBack() {
    AsyncSemaphore semaphore = new AsyncSemaphore(0);
    Paused.run(
        () -> {
          waiter(semaphore, 3, "big");
          return Coop.yieldNow()
              .then(
                  n -> {
                    waiter(semaphore, 1, "small");
                    return settle();
                  })
              .then(
                  n -> {
                    semaphore.addPermits(2);
                    assertThat(semaphore.availablePermits()).isZero();
                    return settle();
                  })
              .then(
                  n -> {
                    assertThat(log).isEmpty();
                    semaphore.addPermits(2);
                    return settle();
                  });
        });
    assertThat(log).containsExactly("big", "small");
    assertThat(semaphore.availablePermits()).isZero();
  }

  @Test
  void aWaiterThatGivesUpGivesBackWhatItCollected() {
    AsyncSemaphore semaphore = new AsyncSemaphore(0);
    Paused.run(
        () -> {
          JoinHandle<AsyncSemaphore.Permit> big = waiter(semaphore, 3, "big");
          waiter(semaphore, 1, "small");
          return settle()
              .then(
                  n -> {
                    semaphore.addPermits(2);
                    big.abort();
                    return settle();
                  });
        });
    assertThat(log).containsExactly("small");
    assertThat(semaphore.availablePermits()).isEqualTo(1);
    assertThat(semaphore.waiting()).isZero();
  }

  @Test
  void closingFailsThoseWhoWaitAndThoseWhoCome() {
    AsyncSemaphore semaphore = new AsyncSemaphore(0);
    List<String> failures = new ArrayList<>();
    Paused.run(
        () -> {
          JoinHandle<AsyncSemaphore.Permit> waits = waiter(semaphore, 1, "never");
          return settle()
              .then(
                  n -> {
                    semaphore.close();
                    return Join.all(
                        List.of(
                            waits.<Void>map(p -> null).recover(e -> note(failures, e)),
                            semaphore
                                .acquire()
                                .<Void>map(p -> null)
                                .recover(e -> note(failures, e))));
                  });
        });
    assertThat(failures).hasSize(2).allMatch(text -> text.contains("semaphore was closed"));
    assertThat(semaphore.tryAcquire(1)).isEmpty();
  }

  private static Async<Void> note(List<String> failures, Exception failure) {
    failures.add(failure.toString());
    return Async.of(null);
  }

  @Test
  void permitsAreGivenBackOnce() {
    AsyncSemaphore semaphore = new AsyncSemaphore(1);
    AsyncSemaphore.Permit permit = semaphore.tryAcquire(1).orElseThrow();
    assertThat(semaphore.tryAcquire(1)).isEmpty();
    permit.close();
    permit.close();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Test
  void misuseIsNamed() {
    assertThatThrownBy(() -> new AsyncSemaphore(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AsyncSemaphore(1).acquire(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AsyncSemaphore(1).addPermits(AsyncSemaphore.MAX_PERMITS))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new AsyncBarrier(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMutexIsFirstComeFirstServed() {
    AsyncMutex<Integer> mutex = new AsyncMutex<>(0);
    List<Integer> order = new ArrayList<>();
    Paused.run(
        () -> {
          List<JoinHandle<Void>> tasks = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            int number = i;
            tasks.add(
                spawn(
                    mutex
                        .lock()
                        .then(
                            guard ->
                                Coop.yieldNow()
                                    .map(
                                        n -> {
                                          order.add(number);
                                          guard.set(guard.get() + 1);
                                          guard.close();
                                          return null;
                                        }))));
          }
          return Join.all(tasks);
        });
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
    assertThat(mutex.tryLock().orElseThrow().get()).isEqualTo(5);
    assertThat(mutex.peakWaiting()).isEqualTo(4);
  }

  @Test
  void aClosedGuardIsOfNoUse() {
    AsyncMutex<Integer> mutex = new AsyncMutex<>(0);
    AsyncMutex<Integer>.Guard guard = mutex.tryLock().orElseThrow();
    guard.close();
    assertThatThrownBy(guard::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lock again");
  }

  @Test
  void aWriterThatWaitsComesBeforeLaterReaders() {
    AsyncRwLock<String> lock = new AsyncRwLock<>("first");
    Paused.run(
        () ->
            lock.read()
                .then(
                    reader -> {
                      spawn(
                          lock.write()
                              .map(
                                  guard -> {
                                    guard.set("written");
                                    guard.close();
                                    return null;
                                  }));
                      return Coop.yieldNow()
                          .then(
                              n -> {
                                JoinHandle<String> late =
                                    spawn(
                                        lock.read()
                                            .map(
                                                guard -> {
                                                  String seen = guard.get();
                                                  guard.close();
                                                  return seen;
                                                }));
                                return Coop.yieldNow()
                                    .then(
                                        m -> {
                                          assertThat(late.isFinished()).isFalse();
                                          reader.close();
                                          return late;
                                        });
                              })
                          .map(seen -> log.add(seen));
                    }));
    assertThat(log).containsExactly("written");
  }

  @Test
  void aReaderCannotWrite() {
    AsyncRwLock<String> lock = new AsyncRwLock<>("first");
    assertThatThrownBy(
            () ->
                Paused.run(
                    () ->
                        lock.read()
                            .map(
                                guard -> {
                                  guard.set("other");
                                  return null;
                                })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("held for reading");
  }

  @Test
  void thirtyTwoAreTakenAtATimeAndWokenWithoutTheLock() throws Exception {
    AsyncSemaphore semaphore = new AsyncSemaphore(0);
    List<Integer> waitingAtWake = new ArrayList<>();
    Context cx = Context.of(null, 1);
    for (int i = 0; i < 70; i++) {
      cx.begin(() -> waitingAtWake.add(semaphore.waiting()), Context.UNCONSTRAINED);
      assertThat(semaphore.acquire().poll(cx).isPending()).isTrue();
    }
    semaphore.addPermits(70);
    List<Integer> expected = new ArrayList<>(Collections.nCopies(32, 38));
    expected.addAll(Collections.nCopies(32, 6));
    expected.addAll(Collections.nCopies(6, 0));
    assertThat(waitingAtWake).isEqualTo(expected);
  }

  @Test
  void aHolderThatFailsLeavesAMutexFreeWithTheValueAsItIs() {
    AsyncMutex<Integer> mutex = new AsyncMutex<>(1);
    int seen =
        Paused.run(
            () -> {
              JoinHandle<Object> holder =
                  spawn(
                      mutex
                          .lock()
                          .map(
                              guard -> {
                                try (guard) {
                                  guard.set(2);
                                  throw new IllegalStateException("half way");
                                }
                              }));
              JoinHandle<Integer> next =
                  spawn(
                      mutex
                          .lock()
                          .map(
                              guard -> {
                                try (guard) {
                                  return guard.get();
                                }
                              }));
              return holder
                  .recover(failure -> Async.of(failure.getCause().getMessage()))
                  .then(
                      message -> {
                        assertThat(message).isEqualTo("half way");
                        return next;
                      });
            });
    assertThat(seen).isEqualTo(2);
    assertThat(mutex.tryLock()).isPresent();
  }
}
