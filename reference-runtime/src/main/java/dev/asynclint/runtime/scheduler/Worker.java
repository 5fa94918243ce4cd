package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.task.Task;

/**
 * One worker: its thread, its queue, and the slot for the task it woke last. All but the queue is
 * touched by its own thread alone.
 */
final class Worker implements Runnable {
  /** Tasks of the slot that run one after the other before the others get their turn. */
  private static final int LIFO_POLLS = 3;

  final int index;
  final LocalQueue queue = new LocalQueue();
  final Parker parker = new Parker();
  final WorkerCounters counters = new WorkerCounters();
  final Context cx;
  final MultiThread pool;
  private final Probe probe;
  private final PollPace pace = new PollPace(System::nanoTime);
  private final Task<?>[] batch = new Task<?>[LocalQueue.CAPACITY / 2];
  private Task<?> lifo;
  private boolean lifoEnabled = true;
  private boolean searching;
  private boolean parked;

  /** Turns until timers and wakes that were put off get theirs; until outside comes first. */
  private int untilMaintenance;

  private int untilOutside;

  Worker(int index, MultiThread pool, Context cx, Probe probe) {
    this.index = index;
    this.pool = pool;
    this.cx = cx;
    this.probe = probe;
  }

  @Override
  public void run() {
    Context.enter(cx);
    pace.begin();
    untilMaintenance = pool.settings.eventInterval();
    untilOutside = outsideInterval();
    while (!pool.isStopped()) {
      if (--untilMaintenance == 0) {
        untilMaintenance = pool.settings.eventInterval();
        maintain();
      }
      Task<?> task = next();
      if (task == null) {
        pace.end();
        task = steal();
        pace.begin();
      }
      if (task != null) {
        poll(task);
      } else if (cx.hasDeferred()) {
        maintain();
      } else {
        sleep();
      }
    }
    Context.enter(null);
  }

  /** A wake on this very thread. */
  void schedule(Task<?> task, boolean last) {
    counters.localSchedules++;
    boolean others;
    if (last || !lifoEnabled) {
      push(task);
      others = true;
    } else {
      Task<?> displaced = lifo;
      lifo = task;
      others = displaced != null;
      if (others) {
        push(displaced);
      }
    }
    if (others && !parked) {
      pool.notifyOne();
    }
  }

  private void push(Task<?> task) {
    if (queue.push(task, pool.inject)) {
      counters.overflows++;
    }
    counters.queued(queue.size());
  }

  private Task<?> next() {
    if (--untilOutside == 0) {
      untilOutside = outsideInterval();
      Task<?> task = pool.inject.poll();
      if (task != null) {
        counters.remoteSchedules++;
        return task;
      }
    }
    Task<?> task = lifo;
    if (task != null) {
      lifo = null;
      return task;
    }
    task = queue.pop();
    return task == null ? fromOutside() : task;
  }

  private int outsideInterval() {
    int fixed = pool.settings.injectInterval();
    return fixed == 0 ? pace.interval() : fixed;
  }

  /** A fair share of what came from outside. */
  private Task<?> fromOutside() {
    int waiting = pool.inject.size();
    if (waiting == 0) {
      return null;
    }
    int share = Math.min(Math.min(waiting / pool.workers() + 1, queue.free() + 1), batch.length);
    int taken = pool.inject.drainTo(batch, Math.max(1, share));
    counters.remoteSchedules += taken;
    for (int i = 1; i < taken; i++) {
      push(batch[i]);
      batch[i] = null;
    }
    Task<?> first = taken == 0 ? null : batch[0];
    batch[0] = null;
    return first;
  }

  private Task<?> steal() {
    if (!searching) {
      searching = pool.idle.search();
      if (!searching) {
        return null;
      }
    }
    int workers = pool.workers();
    int start = cx.random(workers);
    for (int i = 0; i < workers; i++) {
      Worker victim = pool.worker((start + i) % workers);
      if (victim == this) {
        continue;
      }
      int before = queue.size();
      Task<?> task = victim.queue.stealInto(queue);
      if (task != null) {
        counters.stealOperations++;
        counters.steals += 1L + Math.max(0, queue.size() - before);
        return task;
      }
    }
    return fromOutside();
  }

  private void poll(Task<?> first) {
    if (searching) {
      searching = false;
      if (pool.idle.found()) {
        pool.notifyOne();
      }
    }
    cx.begin(first, pool.settings.operationsPerPoll());
    pollOnce(first);
    for (int polls = 1; lifo != null; polls++) {
      Task<?> task = lifo;
      lifo = null;
      if (!cx.hasBudget()) {
        push(task);
        break;
      }
      lifoEnabled = polls < LIFO_POLLS;
      counters.lifoPolls++;
      cx.goOn(task);
      pollOnce(task);
    }
    lifoEnabled = true;
  }

  private void pollOnce(Task<?> task) {
    counters.polls++;
    pace.polled();
    if (probe == null) {
      task.run(cx);
      return;
    }
    probe.before(task);
    task.run(cx);
    probe.after(task, cx);
  }

  /** Timers and wakes that were put off get their turn. */
  private void maintain() {
    pace.end();
    parked = true;
    pool.turnDriver();
    cx.wakeDeferred();
    parked = false;
    counters.forcedYields = cx.forcedYields();
    if (queue.size() > 1 || (lifo != null && !queue.isEmpty())) {
      pool.notifyOne();
    }
    pace.begin();
  }

  private void sleep() {
    if (lifo != null || !queue.isEmpty()) {
      return;
    }
    boolean lastToSearch = pool.idle.sleep(index, searching);
    searching = false;
    if (lastToSearch) {
      pool.notifyIfWork();
    }
    counters.forcedYields = cx.forcedYields();
    counters.parks++;
    pace.end();
    parked = true;
    do {
      pool.park(this);
    } while (!pool.isStopped() && !awake());
    parked = false;
    if (queue.size() > 1 || (lifo != null && !queue.isEmpty())) {
      pool.notifyOne();
    }
    pace.begin();
  }

  /**
   * Whether there is a reason to go on: a task its own timers woke, or somebody woke the worker.
   */
  private boolean awake() {
    if (lifo != null || !queue.isEmpty()) {
      searching = !pool.idle.wake(index);
      return true;
    }
    if (pool.idle.isAsleep(index)) {
      counters.noops++;
      return false;
    }
    searching = true;
    return true;
  }

  /** Gives away what is left, when all have stopped. */
  void drain() {
    lifo = null;
    while (queue.pop() != null) {
      continue;
    }
  }
}
