package dev.asynclint.runtime.meter;

import com.sun.management.ThreadMXBean;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.site.Site;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the polls of one thread. Written by that thread; the stack is put by the watchdog. */
final class ThreadMeter {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // the one of HotSpot

  final Histogram pollNanos = new Histogram();
  final Histogram delayNanos = new Histogram();
  final Histogram bytes = new Histogram();
  private final Meters meters;
  private final Thread thread = Thread.currentThread();
  private final boolean timed;
  private final boolean countsBytes;
  private final boolean countsCpu;
  private final boolean watched;

  /** When the poll began that the watchdog may look at; 0 between polls. */
  private final AtomicLong watchedSince = new AtomicLong();

  private volatile Seen seen;

  /** For the polls inside of a poll, as those of a local set that is a task; null until needed. */
  private ThreadMeter nested;

  private Gauge gauge;
  private Context cx;
  private long began;
  private long delay;
  private long bytesBefore;
  private long cpuBefore;
  private int operationsBefore;
  private long forcedBefore;
  private long yieldsBefore;

  /** A stack, and when the poll began that it was seen in. */
  private record Seen(long since, StackTraceElement[] stack) {}

  ThreadMeter(Meters meters) {
    this.meters = meters;
    this.timed = meters.metering().has(Meter.TIME);
    this.countsBytes = meters.metering().has(Meter.BYTES);
    this.countsCpu = meters.metering().has(Meter.CPU);
    this.watched = meters.metering().has(Meter.STACKS);
  }

  /** This, or when a poll is measured already what measures those inside of it. */
  ThreadMeter free() {
    ThreadMeter free = this;
    while (free.gauge != null) {
      if (free.nested == null) {
        free.nested = meters.enter();
      }
      free = free.nested;
    }
    return free;
  }

  boolean isHere() {
    return Thread.currentThread() == thread;
  }

  long threadId() {
    return thread.getId();
  }

  void begin(Gauge polled, Context context, long wokenAt) {
    gauge = polled;
    cx = context;
    operationsBefore = context.operations();
    forcedBefore = context.forcedYields();
    yieldsBefore = context.yields();
    if (countsCpu) {
      cpuBefore = THREADS.getCurrentThreadCpuTime();
    }
    if (timed) {
      began = System.nanoTime();
      delay = wokenAt == 0 ? 0 : Math.max(0, began - wokenAt);
      delayNanos.add(delay);
      if (watched) {
        watchedSince.lazySet(began == 0 ? 1 : began);
      }
    }
    if (countsBytes) {
      bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    }
  }

  void end(Tally tally) {
    long allocated = countsBytes ? THREADS.getCurrentThreadAllocatedBytes() - bytesBefore : 0;
    long nanos = timed ? System.nanoTime() - began : 0;
    long cpu = countsCpu ? THREADS.getCurrentThreadCpuTime() - cpuBefore : -1;
    watchedSince.lazySet(0);
    int operations = cx.operations() - operationsBefore;
    tally.polls++;
    tally.operations += operations;
    tally.maxOperations = Math.max(tally.maxOperations, operations);
    tally.forcedYields += cx.forcedYields() - forcedBefore;
    tally.yields += cx.yields() - yieldsBefore;
    if (countsBytes) {
      bytes.add(allocated);
      tally.bytes += allocated;
      tally.maxBytes = Math.max(tally.maxBytes, allocated);
    }
    if (countsCpu) {
      tally.cpuNanos += cpu;
    }
    if (timed) {
      pollNanos.add(nanos);
      tally.pollNanos += nanos;
      tally.maxPollNanos = Math.max(tally.maxPollNanos, nanos);
      tally.maxDelayNanos = Math.max(tally.maxDelayNanos, delay);
      if (nanos > meters.slowNanos()) {
        meters.slow(slowPoll(nanos, cpu, operations));
      }
    }
    gauge = null;
    cx = null;
  }

  private SlowPoll slowPoll(long nanos, long cpu, int operations) {
    Seen last = seen;
    long since = began == 0 ? 1 : began;
    List<Site> stack =
        last != null && last.since == since ? meters.frames().userSites(last.stack) : List.of();
    Kind kind = gauge.kind();
    return new SlowPoll(
        gauge.id(), kind.key.name(), kind.key.spawnedAt(), nanos, cpu, operations, stack);
  }

  /** Looks at the stack of a poll that is slow by now, once. For the watchdog. */
  void look(long now, long slowNanos) {
    long since = watchedSince.get();
    Seen last = seen;
    if (since == 0 || now - since <= slowNanos || (last != null && last.since == since)) {
      return;
    }
    StackTraceElement[] stack = thread.getStackTrace();
    if (watchedSince.get() == since) {
      seen = new Seen(since, stack);
    }
  }
}
