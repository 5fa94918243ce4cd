package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.task.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The tasks of one thread that may run: in order, or in an order the seed decides. */
interface RunQueue {
  void add(Task<?> task);

  /** The next one; null when there is none. */
  Task<?> poll(Context cx);

  int size();

  static RunQueue of(boolean explore) {
    return explore ? new Shuffled() : new InOrder();
  }

  /** First in, first out. */
  final class InOrder implements RunQueue {
    private final ArrayDeque<Task<?>> tasks = new ArrayDeque<>();

    @Override
    public void add(Task<?> task) {
      tasks.add(task);
    }

    @Override
    public Task<?> poll(Context cx) {
      return tasks.poll();
    }

    @Override
    public int size() {
      return tasks.size();
    }
  }

  /** Any order: one seed, one order. */
  final class Shuffled implements RunQueue {
    private final List<Task<?>> tasks = new ArrayList<>();

    @Override
    public void add(Task<?> task) {
      tasks.add(task);
    }

    @Override
    public Task<?> poll(Context cx) {
      if (tasks.isEmpty()) {
        return null;
      }
      int chosen = cx.random(tasks.size());
      Task<?> last = tasks.remove(tasks.size() - 1);
      return chosen == tasks.size() ? last : tasks.set(chosen, last);
    }

    @Override
    public int size() {
      return tasks.size();
    }
  }
}
