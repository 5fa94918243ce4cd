package dev.asynclint.runtime;

import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.sync.AsyncMutex;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import dev.asynclint.runtime.sync.Notify;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.runtime.time.Timeout;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Starts tasks that use permits, a lock, a channel, a signal and timers, aborts one of eight, and
 * counts what is left of them. The choices follow from the seed; which task an abort still meets
 * does not, with workers that run side by side.
 */
public final class Soak {
  private static final int IN_FLIGHT = 10_000;
  private static final int PERMITS = 8;
  private static final int ABORTED = 8;

  private final AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build();
  private final AsyncSemaphore semaphore = new AsyncSemaphore(PERMITS);
  private final AsyncMutex<Integer> mutex = new AsyncMutex<>(0);
  private final Notify never = new Notify();
  private final Mpsc<Integer> channel = Mpsc.bounded(64);
  private final Random random;

  private Soak(long seed) {
    random = new Random(seed);
  }

  /**
   * Runs and prints what is left.
   *
   * @param args how many tasks, how many timers, the seed
   */
  public static void main(String[] args) throws Exception {
    new Soak(Long.parseLong(args[2])).run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
  }

  private void run(int tasks, int timers) throws Exception {
    JoinHandle<Void> receiver = runtime.spawn(receiveAll());
    Deque<CompletableFuture<Void>> open = new ArrayDeque<>();
    for (int i = 0; i < tasks; i++) {
      JoinHandle<Void> task = runtime.spawn(work(random.nextInt(6)));
      if (random.nextInt(ABORTED) == 0) {
        task.abort();
      }
      open.add(task.toCompletableFuture());
      if (open.size() == IN_FLIGHT) {
        settle(open.poll());
      }
    }
    while (!open.isEmpty()) {
      settle(open.poll());
    }
    long armed = timers(timers);
    channel.sender().close();
    runtime.blockOn(receiver);
    System.out.printf("tasks %d, timers armed at once %d%n", tasks, armed);
    RuntimeMetrics left = runtime.metrics();
    System.out.printf(
        "left: %d tasks, %d waiters, %d timers, %d permits out, %d elements%n",
        left.aliveTasks(),
        semaphore.waiting() + mutex.waiting() + never.waiting() + channel.sendersWaiting(),
        left.armedTimers(),
        PERMITS - semaphore.availablePermits() + (mutex.tryLock().isPresent() ? 0 : 1),
        channel.length());
    runtime.close();
  }

  private Async<Void> work(int kind) {
    return switch (kind) {
      case 0 -> semaphore.acquire(3).then(permit -> Coop.yieldNow().always(permit::close));
      case 1 -> mutex.lock().then(guard -> Coop.yieldNow().always(guard::close));
      case 2 -> channel.sender().send(kind);
      case 3 -> Sleep.of(Duration.ofMillis(2));
      case 4 -> Timeout.of(Duration.ofMillis(1), never.notified()).recover(late -> Async.of(null));
      default -> Coop.yieldNow();
    };
  }

  private Async<Void> receiveAll() {
    return channel
        .receiver()
        .receive()
        .then(element -> element == null ? Async.of(null) : receiveAll());
  }

  /** Arms so many at once and aborts what waits for them; gives how many there were. */
  private long timers(int count) throws Exception {
    Deque<JoinHandle<Void>> sleepers = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      sleepers.add(runtime.spawn(Sleep.of(Duration.ofHours(1 + random.nextInt(1_000)))));
    }
    while (runtime.metrics().armedTimers() < count) {
      Thread.sleep(1);
    }
    long armed = runtime.metrics().armedTimers();
    sleepers.forEach(JoinHandle::abort);
    for (JoinHandle<Void> sleeper : sleepers) {
      settle(sleeper.toCompletableFuture());
    }
    return armed;
  }

  private static void settle(CompletableFuture<Void> task) {
    // Cancelled is as good as done; a failure is neither.
    task.handle(
            (value, failure) -> {
              if (failure != null && !task.isCancelled()) {
                throw new IllegalStateException(failure);
              }
              return null;
            })
        .join();
  }
}
