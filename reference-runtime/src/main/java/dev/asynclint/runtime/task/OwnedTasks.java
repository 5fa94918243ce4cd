package dev.asynclint.runtime.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The live tasks of a runtime, in shards so that ends on many workers do not meet. */
public final class OwnedTasks {
  private static final int SHARDS = 16;

  private final Shard[] shards = new Shard[SHARDS];
  private final AtomicLong ids = new AtomicLong();
  private final LongAdder alive = new LongAdder();

  /** No tasks yet. */
  public OwnedTasks() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  private static final class Shard {
    Task<?> first;
    boolean closed;
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
    return alive.sum();
  }

  /** Takes a new task in; cancels it at once, and says no, when the runtime has shut down. */
  public boolean add(Task<?> task) {
    Shard shard = shard(task);
    synchronized (shard) {
      if (!shard.closed) {
        task.owned = true;
        task.next = shard.first;
        if (shard.first != null) {
          shard.first.previous = task;
        }
        shard.first = task;
        alive.increment();
        return true;
      }
    }
    task.shutdown();
    return false;
  }

  /** Lets a task go that has ended. */
  public void remove(Task<?> task) {
    Shard shard = shard(task);
    synchronized (shard) {
      if (!task.owned) {
        return;
      }
      task.owned = false;
      if (task.previous == null) {
        shard.first = task.next;
      } else {
        task.previous.next = task.next;
      }
      if (task.next != null) {
        task.next.previous = task.previous;
      }
      task.previous = null;
      task.next = null;
    }
    alive.decrement();
  }

  /** The live tasks, by number. */
  public List<Task<?>> snapshot() {
    List<Task<?>> all = new ArrayList<>();
    for (Shard shard : shards) {
      synchronized (shard) {
        for (Task<?> task = shard.first; task != null; task = task.next) {
          all.add(task);
        }
      }
    }
    all.sort((a, b) -> Long.compare(a.id(), b.id()));
    return all;
  }

  /** Takes no more tasks and cancels those there are: the suspended ones now, the others soon. */
  public void closeAndCancelAll() {
    for (Shard shard : shards) {
      synchronized (shard) {
        shard.closed = true;
      }
    }
    snapshot().forEach(Task::shutdown);
  }

  private Shard shard(Task<?> task) {
    return shards[(int) task.id() & (SHARDS - 1)];
  }
}
