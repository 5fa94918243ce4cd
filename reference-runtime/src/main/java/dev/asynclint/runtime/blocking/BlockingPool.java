package dev.asynclint.runtime.blocking;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.task.Scheduler;
import dev.asynclint.runtime.task.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for calls that block: started when none is idle, up to a cap; let go after a while
 * without work. The queue has no bound and is first in, first out. A call that is queued can be
 * aborted, one that runs cannot. Safe for use by any thread.
 */
public final class BlockingPool {
  private final int cap;
  private final long keepAliveNanos;
  private final ThreadFactory factory;
  private final Host host;
  private final Runnable finished;
  private final Deque<Task<?>> queue = new ArrayDeque<>();
  private final Set<Thread> threads = new HashSet<>();
  private final OwnedTasks owned = new OwnedTasks();
  private int idle;
  private int notified;
  private int running;
  private int peakThreads;
  private int peakQueue;
  private boolean closed;

  /**
   * A pool without threads yet.
   *
   * @param cap most threads at a time; at least 1
   * @param keepAlive how long a thread waits for work before it ends
   * @param host what calls see as their runtime
   * @param finished told after every call, on its thread
   */
  public BlockingPool(
      int cap, Duration keepAlive, ThreadFactory factory, Host host, Runnable finished) {
    if (cap < 1) {
      throw new IllegalArgumentException("a blocking pool needs a thread at least, not " + cap);
    }
    this.cap = cap;
    this.keepAliveNanos = keepAlive.toNanos();
    this.factory = factory;
    this.host = host;
    this.finished = finished;
  }

  /** What a task of this pool does when it is woken: it never suspends, so that it is new. */
  private final class Queue implements Scheduler {
    @Override
    public void schedule(Task<?> task) {
      enqueue(task);
    }

    @Override
    public void reschedule(Task<?> task) {
      throw new IllegalStateException("a blocking call does not suspend");
    }

    @Override
    public void ended(Task<?> task) {
      owned.remove(task);
    }
  }

  /** Queues a call; after {@link #close} its handle is cancelled at once. */
  public <T> JoinHandle<T> spawn(Callable<? extends T> callable) {
    Task<T> task = new Task<>(owned.nextId(), "", new BlockingTask<T>(callable), new Queue(), null);
    if (owned.add(task)) {
      enqueue(task);
    }
    return task;
  }

  private void enqueue(Task<?> task) {
    Thread more = null;
    synchronized (this) {
      queue.add(task);
      peakQueue = Math.max(peakQueue, queue.size());
      if (idle > 0) {
        idle--;
        notified++;
        notify();
      } else if (threads.size() < cap && !closed) {
        more = factory.newThread(this::work);
        threads.add(more);
        peakThreads = Math.max(peakThreads, threads.size());
      }
    }
    if (more != null) {
      more.start();
    }
  }

  private void work() {
    Context cx = Context.of(host, 1);
    for (Task<?> task = next(); task != null; task = next()) {
      synchronized (this) {
        running++;
      }
      try {
        task.run(cx);
      } finally {
        synchronized (this) {
          running--;
        }
        finished.run();
      }
    }
  }

  private synchronized Task<?> next() {
    long deadline = System.nanoTime() + keepAliveNanos;
    for (; ; ) {
      Task<?> task = queue.poll();
      if (task != null) {
        return task;
      }
      idle++;
      while (notified == 0) {
        long left = deadline - System.nanoTime();
        if (closed || left <= 0) {
          idle--;
          leave();
          return null;
        }
        try {
          wait(left / 1_000_000, (int) (left % 1_000_000));
        } catch (InterruptedException e) {
          // Left over from a call: the pool itself interrupts nobody.
          Thread.interrupted();
        }
      }
      notified--;
    }
  }

  private void leave() {
    threads.remove(Thread.currentThread());
    notifyAll();
  }

  /** Calls that wait or run. */
  public synchronized int pending() {
    return queue.size() + running;
  }

  /** Calls that wait. */
  public synchronized int queueDepth() {
    return queue.size();
  }

  /** Threads there are. */
  public synchronized int threads() {
    return threads.size();
  }

  /** Threads without work. */
  public synchronized int idleThreads() {
    return idle;
  }

  /** Most threads there were at a time. */
  public synchronized int peakThreads() {
    return peakThreads;
  }

  /** Most calls that waited at a time. */
  public synchronized int peakQueueDepth() {
    return peakQueue;
  }

  /** Takes no more calls and cancels those that wait. */
  public void close() {
    owned.closeAndCancelAll();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }

  /**
   * Waits for the threads to end.
   *
   * @param limit how long at most; null for as long as it takes
   * @return whether all have ended
   */
  public synchronized boolean awaitThreads(Duration limit) throws InterruptedException {
    long deadline = limit == null ? 0 : System.nanoTime() + limit.toNanos();
    while (!threads.isEmpty()) {
      if (limit == null) {
        wait();
        continue;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    return true;
  }
}
