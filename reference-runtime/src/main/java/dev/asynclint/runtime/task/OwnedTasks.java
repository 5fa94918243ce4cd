package dev.asynclint.runtime.task;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The live tasks of a runtime. Threads that start tasks put them into the shard of their own, so
 * that they do not meet; whoever ends one clears its slot without any lock. No slot is used twice:
 * for every chunk of slots that is begun two old ones are looked at, and forgotten when empty.
 */
public final class OwnedTasks {
  private static final int SHARDS = 16;
  private static final int CHUNK = 64;

  /** Old chunks looked at for each new one: more than one, so that empty ones do not add up. */
  private static final int SWEPT = 2;

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
    private final Deque<Task<?>[]> chunks = new ArrayDeque<>();
    private Task<?>[] newest = new Task<?>[CHUNK];
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
      if (used == CHUNK) {
        beginChunk();
      }
      task.place(newest, used);
      SLOT.setRelease(newest, used++, task);
    }

    private void beginChunk() {
      for (int i = Math.min(SWEPT, chunks.size()); i > 0; i--) {
        Task<?>[] oldest = chunks.poll();
        if (!isEmpty(oldest)) {
          chunks.add(oldest);
        }
      }
      chunks.add(newest);
      newest = new Task<?>[CHUNK];
      used = 0;
    }

    private static boolean isEmpty(Task<?>[] chunk) {
      for (int i = 0; i < CHUNK; i++) {
        if (SLOT.getAcquire(chunk, i) != null) {
          return false;
        }
      }
      return true;
    }

    void collectLive(List<Task<?>> all) {
      collectLive(newest, all);
      chunks.forEach(chunk -> collectLive(chunk, all));
    }

    private static void collectLive(Task<?>[] chunk, List<Task<?>> all) {
      for (int i = 0; i < CHUNK; i++) {
        Task<?> task = (Task<?>) SLOT.getAcquire(chunk, i);
        if (task != null && !task.isFinished()) {
          all.add(task);
        }
      }
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
        shard.collectLive(all);
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
