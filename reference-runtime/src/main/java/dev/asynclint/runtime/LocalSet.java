package dev.asynclint.runtime;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.task.Scheduler;
import dev.asynclint.runtime.task.Task;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * Tasks that stay on one thread: the one that polls the set first, as {@code blockOn} does. They
 * may share what no other thread may touch. As a computation the set ends when all its tasks have;
 * {@link #runUntil} runs them beside another computation. Only wakes come from other threads.
 */
public final class LocalSet implements Async<Void>, AutoCloseable {
  /** Tasks a poll of the set runs at most. Source: Tokio, 61. */
  private static final int TASKS_PER_POLL = 61;

  /** Turns after which tasks that other threads woke come first. Source: Tokio, 31. */
  private static final int REMOTE_INTERVAL = 31;

  private final AsyncRuntime runtime;
  private final OwnedTasks owned = new OwnedTasks();
  private final Queue queue = new Queue();
  private final ArrayDeque<Task<?>> local = new ArrayDeque<>();
  private final Context inner;

  /** Tasks other threads woke; with the waker of the set, guarded by itself. */
  private final ArrayDeque<Task<?>> remote = new ArrayDeque<>();

  private Waker waker = Waker.NONE;

  /** The thread all is bound to; null until something is polled. */
  private volatile Thread thread;

  private boolean polling;
  private int tick;

  /** A set without tasks, in a runtime. */
  public LocalSet(AsyncRuntime runtime) {
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.inner = Context.of(runtime, 1);
  }

  private final class Queue implements Scheduler {
    @Override
    public void schedule(Task<?> task) {
      Waker set;
      synchronized (remote) {
        if (Thread.currentThread() == thread) {
          local.add(task);
        } else {
          remote.add(task);
        }
        // While the set is polled it sees for itself that there is more.
        set = polling && Thread.currentThread() == thread ? Waker.NONE : waker;
      }
      set.wake();
    }

    @Override
    public void reschedule(Task<?> task) {
      schedule(task);
    }

    @Override
    public void ended(Task<?> task) {
      owned.remove(task);
    }
  }

  /** Starts a task; see {@link #spawn(String, Async)}. */
  public <T> JoinHandle<T> spawn(Async<T> async) {
    return spawn("", async);
  }

  /**
   * Starts a task that only the thread of this set polls.
   *
   * @param name for people; may be empty
   * @return the handle; already cancelled when the set was closed
   * @throws IllegalStateException on another thread than that of the set
   */
  public <T> JoinHandle<T> spawn(String name, Async<T> async) {
    if (thread != null) {
      here();
    }
    Task<T> task = runtime.task(name, async, queue);
    if (owned.add(task)) {
      queue.schedule(task);
    }
    return task;
  }

  /** Tasks that have not ended. */
  public long size() {
    return owned.alive();
  }

  private void here() {
    if (thread == null) {
      thread = Thread.currentThread();
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException(
          "a local set belongs to "
              + thread.getName()
              + "; "
              + Thread.currentThread().getName()
              + " must not touch it: poll it with blockOn, not as a task of several workers");
    }
  }

  /** The computation, with the tasks of this set beside it; what has not ended then stays. */
  public <T> Async<T> runUntil(Async<T> async) {
    return new Async<>() {
      @Override
      public Poll<T> poll(Context cx) throws Exception {
        here();
        Poll<T> polled = async.poll(cx);
        if (polled.isPending()) {
          turn(cx);
        }
        return polled;
      }

      @Override
      public void drop() {
        async.drop();
      }
    };
  }

  @Override
  public Poll<Void> poll(Context cx) {
    here();
    turn(cx);
    return owned.alive() == 0 ? Poll.ready(null) : Poll.pending();
  }

  private void turn(Context cx) {
    synchronized (remote) {
      waker = cx.waker();
      polling = true;
    }
    Context before = Context.enter(inner);
    boolean more = true;
    try {
      for (int i = 0; i < TASKS_PER_POLL && more; i++) {
        Task<?> task = next();
        more = task != null;
        if (more) {
          inner.begin(task, runtime.operationsPerPoll());
          task.run(inner);
        }
      }
    } finally {
      Context.enter(before);
      synchronized (remote) {
        polling = false;
      }
    }
    if (inner.hasDeferred()) {
      cx.defer(inner::wakeDeferred);
    }
    if (more) {
      cx.waker().wake();
    }
  }

  private Task<?> next() {
    synchronized (remote) {
      tick++;
      Task<?> task = tick % REMOTE_INTERVAL == 0 ? remote.poll() : local.poll();
      if (task != null) {
        return task;
      }
      task = local.poll();
      return task == null ? remote.poll() : task;
    }
  }

  /** Cancels all tasks, and those to come; nothing happens the second time. */
  @Override
  public void close() {
    if (thread != null) {
      here();
    }
    Context before = Context.enter(inner);
    try {
      owned.closeAndCancelAll();
    } finally {
      Context.enter(before);
    }
    synchronized (remote) {
      local.clear();
      remote.clear();
    }
  }

  @Override
  public void drop() {
    close();
  }
}
