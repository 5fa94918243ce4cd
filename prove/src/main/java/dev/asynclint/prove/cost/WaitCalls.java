package dev.asynclint.prove.cost;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Threads, processes, and waits that need not wait. */
final class WaitCalls {
  private WaitCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "sleep-0",
            "Thread.sleep",
            "0",
            bench ->
                () -> {
                  Thread.sleep(0);
                  return null;
                }),
        new Call(
            "sleep-1ms",
            "Thread.sleep",
            "1 ms",
            bench ->
                () -> {
                  Thread.sleep(1);
                  return null;
                }),
        new Call(
            "park-1us",
            "LockSupport.parkNanos",
            "1 µs",
            bench ->
                () -> {
                  LockSupport.parkNanos(1_000);
                  return null;
                }),
        new Call(
            "lock-free",
            "ReentrantLock.lock",
            "nobody else wants it; and unlocked",
            bench -> {
              ReentrantLock lock = new ReentrantLock();
              return () -> {
                lock.lock();
                lock.unlock();
                return lock;
              };
            }),
        new Call(
            "try-lock-free",
            "ReentrantLock.tryLock",
            "with a timeout, nobody else wants it",
            bench -> {
              ReentrantLock lock = new ReentrantLock();
              return () -> {
                boolean got = lock.tryLock(1, TimeUnit.SECONDS);
                lock.unlock();
                return got;
              };
            }),
        new Call(
            "stamped-lock-free",
            "StampedLock.writeLock",
            "nobody else wants it; and unlocked",
            bench -> {
              StampedLock lock = new StampedLock();
              return () -> {
                lock.unlockWrite(lock.writeLock());
                return lock;
              };
            }),
        new Call(
            "queue-put",
            "LinkedBlockingQueue.put",
            "with room; and taken out",
            bench -> {
              LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>(16);
              return () -> {
                queue.put(queue);
                return queue.poll();
              };
            }),
        new Call(
            "fork-join-invoke",
            "ForkJoinTask.invoke",
            "a task that does nothing",
            bench -> () -> new Nothing().invoke()),
        new Call(
            "fork-join-join",
            "ForkJoinTask.join",
            "a task that does nothing, forked",
            bench -> {
              ForkJoinPool pool = new ForkJoinPool(1);
              bench.closing(pool::shutdown);
              return () -> pool.submit(new Nothing()).join();
            }),
        new Call(
            "thread-start",
            "Thread.start",
            "and joined",
            bench ->
                () -> {
                  Thread thread = new Thread(() -> {});
                  thread.start();
                  thread.join();
                  return thread;
                }),
        new Call(
            "process-start",
            "ProcessBuilder.start",
            "a program that does nothing, and waited for",
            bench -> {
              boolean windows = System.getProperty("os.name").startsWith("Windows");
              ProcessBuilder builder =
                  windows ? new ProcessBuilder("cmd", "/c", "exit") : new ProcessBuilder("true");
              return () -> builder.start().waitFor();
            }),
        new Call("getenv", "System.getenv", "one variable", bench -> () -> System.getenv("PATH")),
        new Call(
            "logger-off",
            "Logger.fine",
            "a level that is off",
            bench -> {
              Logger logger = Logger.getLogger("costs");
              logger.setLevel(Level.INFO);
              return () -> {
                logger.fine("nobody reads this");
                return logger;
              };
            }),
        new Call(
            "logger-on",
            "Logger.info",
            "one line to a stream that drops it",
            bench -> {
              Logger logger = Logger.getLogger("costs");
              logger.setUseParentHandlers(false);
              logger.addHandler(
                  new java.util.logging.StreamHandler(
                      java.io.OutputStream.nullOutputStream(),
                      new java.util.logging.SimpleFormatter()));
              return () -> {
                logger.info("order 17 was sent");
                return logger;
              };
            }));
  }

  private static final class Nothing extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected Integer compute() {
      return 1;
    }
  }
}
