package dev.asynclint.runtime.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The live tasks of a runtime. Threads that start tasks put them into the shard of their own, so
 * that they do not meet; whoever ends one clears its slot without any lock.
 *
 * <p>No slot is used twice: a full array is replaced by a new one with those that live. A task that
 * ends meanwhile either sees its new place and clears that, or is seen to have ended by whoever
 * moves it, who then does: both first write and then look, in one order for all threads.
 */
public final class OwnedTasks {
  private static final int SHARDS = 16;
  private static final int LEAST_SLOTS = 64;

  /** Turns after which a thread that waits for a shard lets others run. */
  private static final int SPINS = 64;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Task[].class);
  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED = MethodHandles.lookup().findVarHandle(Shard.class, "locked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Shard[] shards = new Shard[SHARDS];
  private final AtomicLong ids = new AtomicLong();

  /** No tasks yet. */
  public OwnedTasks() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  /** Held for a few instructions by one thread: a lock that spins is cheaper than a monitor. */
  private static final class Shard {
    private volatile boolean locked;
    private Task<?>[] slots = new Task<?>[LEAST_SLOTS];
    private int used;
    private boolean closed;

    void lock() {
      for (int turns = 1; !LOCKED.compareAndSet(this, false, true); turns++) {
        if (turns % SPINS == 0) {
          Thread.yield();
        } else {
          Thread.onSpinWait();
        }
      }
    }

    void unlock() {
      LOCKED.setRelease(this, false);
    }

    void put(Task<?> task) {
      if (used == slots.length) {
        moveLive();
      }
      task.place(slots, used);
      SLOT.setRelease(slots, used++, task);
    }

    private void moveLive() {
      Task<?>[] from = slots;
      int live = 0;
      for (Task<?> task : from) {
        live += task == null ? 0 : 1;
      }
      Task<?>[] to = new Task<?>[Math.max(LEAST_SLOTS, 2 * live)];
      int moved = 0;
      for (int i = 0; i < from.length; i++) {
        Task<?> task = (Task<?>) SLOT.getAcquire(from, i);
        if (task != null) {
          to[moved] = task;
          task.move(to, moved);
          if (task.isFinished()) {
            to[moved] = null;
          }
          moved++;
        }
      }
      slots = to;
      used = moved;
    }
  }

  /** A number that no other task has. */
  public long nextId() {
    return ids.incrementAndGet();
  }

  /** Tasks started so far. */
  public long spawned() {
    return ids.get();
  }

  /** Tasks that have not ended; exact while nothing starts or ends. */
  public long alive() {
    return snapshot().size();
  }

  /** Takes a new task in; cancels it at once, and says no, when the runtime has shut down. */
  public boolean add(Task<?> task) {
    Shard shard = shards[(int) Thread.currentThread().getId() & (SHARDS - 1)];
    shard.lock();
    try {
      if (!shard.closed) {
        shard.put(task);
        return true;
      }
    } finally {
      shard.unlock();
    }
    task.shutdown();
    return false;
  }

  /** Lets a task go that has ended. */
  public void remove(Task<?> task) {
    task.leave();
  }

  /** The live tasks, by number. */
  public List<Task<?>> snapshot() {
    List<Task<?>> all = new ArrayList<>();
    for (Shard shard : shards) {
      shard.lock();
      try {
        for (int i = 0; i < shard.used; i++) {
          Task<?> task = (Task<?>) SLOT.getAcquire(shard.slots, i);
          if (task != null && !task.isFinished()) {
            all.add(task);
          }
        }
      } finally {
        shard.unlock();
      }
    }
    all.sort((a, b) -> Long.compare(a.id(), b.id()));
    return all;
  }

  /** Takes no more tasks and cancels those there are: the suspended ones now, the others soon. */
  public void closeAndCancelAll() {
    for (Shard shard : shards) {
      shard.lock();
      shard.closed = true;
      shard.unlock();
    }
    snapshot().forEach(Task::shutdown);
  }
}
