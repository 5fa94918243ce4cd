package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.site.Site;
import dev.asynclint.runtime.task.Task;
import dev.asynclint.runtime.task.TaskMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures one task. What its polls cost is written by whoever polls it, before anybody else may;
 * the rest by any thread.
 */
final class Gauge implements TaskMeter {
  private final Meters meters;
  private final long id;
  private final Kind kind;
  private final Tally tally = new Tally();
  private final AtomicLong wakes = new AtomicLong();
  private final List<Hold> holds = new ArrayList<>();

  /** Null between polls. Others may read an old value: only its own thread finds itself in it. */
  private ThreadMeter poller;

  /** When the first wake after the last poll was; 0 for none, or when nothing is timed. */
  private long wokenAt;

  private volatile boolean direct;

  Gauge(Meters meters, long id, Kind kind) {
    this.meters = meters;
    this.id = id;
    this.kind = kind;
    this.wokenAt = meters.now();
  }

  /** Something this task got and has not given back. */
  private final class Hold implements Runnable {
    final String kind;
    final Site at;

    Hold(String kind, Site at) {
      this.kind = kind;
      this.at = at;
    }

    @Override
    public void run() {
      synchronized (holds) {
        holds.remove(this);
      }
    }
  }

  long id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  LostFailure lost(Throwable failure) {
    return new LostFailure(id, kind.key.name(), kind.key.spawnedAt(), failure);
  }

  /** Its counters; a copy that may lack what happens meanwhile. */
  Tally tally() {
    Tally copy = new Tally();
    copy.add(tally);
    copy.wakes = wakes.get();
    return copy;
  }

  @Override
  public void woken(Task<?> task) {
    wakes.incrementAndGet();
    ThreadMeter here = poller;
    if (here != null && here.isHere()) {
      tally.selfWakes++;
    }
    if (wokenAt == 0) {
      wokenAt = meters.now();
    }
  }

  @Override
  public void begins(Context cx) {
    long since = wokenAt;
    wokenAt = 0;
    poller = meters.here();
    poller.begin(this, cx, since);
  }

  @Override
  public void suspends(Task<?> task) {
    pollEnded();
    if (!direct) {
      holding(null);
    }
    meters.keeps(this, task);
  }

  private void pollEnded() {
    ThreadMeter here = poller;
    if (here != null && here.isHere()) {
      poller = null;
      here.end(tally);
    }
  }

  private void holding(Site waitsAt) {
    List<Hold> held;
    synchronized (holds) {
      held = List.copyOf(holds);
    }
    for (Hold hold : held) {
      meters.held(hold.kind, hold.at, waitsAt, kind);
    }
    meters.jdkLocks(waitsAt, kind);
  }

  @Override
  public void ended(Task<?> task, Object outcome, boolean detached) {
    pollEnded();
    tally.ended = 1;
    if (outcome instanceof JoinError failure) {
      if (failure.isCancelled()) {
        tally.cancelled = 1;
      } else {
        tally.failed = 1;
        meters.failed(this, failure.getCause());
      }
    }
    meters.ended(this);
  }

  @Override
  public void observed() {
    meters.observed(this);
  }

  @Override
  public void unobserved(Task<?> task, Object outcome) {
    // A failure counts as lost until it is asked for: nothing changes.
  }

  @Override
  public Runnable acquired(String what, Site at) {
    Hold hold = new Hold(what, at);
    synchronized (holds) {
      holds.add(hold);
    }
    return hold;
  }

  @Override
  public void uses(Shared shared) {
    meters.uses(shared);
  }

  @Override
  public void direct() {
    direct = true;
  }

  @Override
  public void waits(Site at) {
    holding(at);
  }
}
