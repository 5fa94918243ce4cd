package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.task.Task;
import java.util.ArrayDeque;

/** Tasks that come from outside the workers; first in, first out. Safe for use by any thread. */
final class InjectQueue {
  private final ArrayDeque<Task<?>> tasks = new ArrayDeque<>();

  /** Read without the lock, to find out that there is nothing. */
  private volatile int size;

  private int peak;

  int size() {
    return size;
  }

  /** Most that waited at a time. */
  synchronized int peak() {
    return peak;
  }

  private void grown() {
    size = tasks.size();
    peak = Math.max(peak, size);
  }

  synchronized void push(Task<?> task) {
    tasks.add(task);
    grown();
  }

  synchronized void pushAll(Task<?>[] batch, int count) {
    for (int i = 0; i < count; i++) {
      tasks.add(batch[i]);
    }
    grown();
  }

  Task<?> poll() {
    if (size == 0) {
      return null;
    }
    synchronized (this) {
      Task<?> task = tasks.poll();
      size = tasks.size();
      return task;
    }
  }

  /** Takes up to so many; gives how many it was. */
  synchronized int drainTo(Task<?>[] batch, int most) {
    int taken = 0;
    while (taken < most && !tasks.isEmpty()) {
      batch[taken++] = tasks.poll();
    }
    size = tasks.size();
    return taken;
  }
}
