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
  private static final int BLOCK = 64;

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

  /** Numbers given to shards, a block at a time. */
  private final AtomicLong numbers = new AtomicLong();

  /** No tasks yet. */
  public OwnedTasks() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  /** Held for a few instructions by one thread: a lock that spins is cheaper than a monitor. */
  private final class Shard {
    private volatile boolean locked;
    private final Deque<Task<?>[]> chunks = new ArrayDeque<>();
    private Task<?>[] newest = new Task<?>[CHUNK];
    private int used;
    private boolean closed;
    private long number;
    private int numbersLeft;
    private long numbered;

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

    long nextNumber() {
      if (numbersLeft == 0) {
        number = numbers.getAndAdd(BLOCK);
        numbersLeft = BLOCK;
      }
      numbersLeft--;
      numbered++;
      return ++number;
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

    private boolean isEmpty(Task<?>[] chunk) {
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

    private void collectLive(Task<?>[] chunk, List<Task<?>> all) {
      for (int i = 0; i < CHUNK; i++) {
        Task<?> task = (Task<?>) SLOT.getAcquire(chunk, i);
        if (task != null && !task.isFinished()) {
          all.add(task);
        }
      }
    }
  }

  /** A number that no other task has; grows with every task of one thread. */
  public long nextId() {
    Shard shard = here();
    shard.lock();
    try {
      return shard.nextNumber();
    } finally {
      shard.unlock();
    }
  }

  private Shard here() {
    return shards[(int) Thread.currentThread().getId() & (SHARDS - 1)];
  }

  /** Tasks started so far. */
  public long spawned() {
    long all = 0;
    for (Shard shard : shards) {
      shard.lock();
      all += shard.numbered;
      shard.unlock();
    }
    return all;
  }

  /** Tasks that have not ended; exact while nothing starts or ends. */
  public long alive() {
    return snapshot().size();
  }

  /**
   * Takes a new task in, and numbers it if it has no number; cancels it at once, and says no, when
   * the runtime has shut down.
   */
  public boolean add(Task<?> task) {
    Shard shard = here();
    shard.lock();
    try {
      if (task.id() == Task.UNNUMBERED) {
        task.number(shard.nextNumber());
      }
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
