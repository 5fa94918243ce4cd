package dev.asynclint.prove;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the threads of a program and lets it go on whenever it can do nothing but wait: then, and
 * at no time of a clock, things are measured and answers come. For use by one thread.
 */
final class Pump {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Looks that must say the same before a program is at rest. */
  private static final int LOOKS = 6;

  /** The same, before it is believed that it will never go on; about a second. */
  private static final int LOOKS_FOR_EVER = 1_200;

  /** Time of a processor that is waste when it went into one line while others waited. */
  private static final long WASTE_NANOS = 30_000_000;

  private static final String WORKER_OF_POOL = "ThreadPoolExecutor$Worker";

  private final Evidence evidence;
  private final Stage stage;
  private final Set<Long> others;
  private final Optional<VirtualThreads> virtual;
  private final Map<Long, long[]> spinning = new HashMap<>();

  /**
   * For one run.
   *
   * @param others numbers of threads that earlier runs left behind
   * @param virtual whether the program has virtual threads
   */
  Pump(Evidence evidence, Stage stage, Set<Long> others, boolean virtual) {
    this.virtual = virtual ? Optional.of(new VirtualThreads(evidence)) : Optional.empty();
    this.evidence = evidence;
    this.stage = stage;
    this.others = others;
  }

  /** One look at a program. */
  private record Look(
      List<ThreadInfo> busy,
      List<ThreadInfo> waiting,
      List<VirtualThreads.Virtual> virtual,
      String state) {

    /** Whether a virtual thread has something to do. */
    boolean isVirtualBusy() {
      return virtual.stream().anyMatch(thread -> !thread.waits());
    }

    /** Whether a thread waits. */
    boolean waits() {
      return !waiting.isEmpty() || !virtual.isEmpty();
    }
  }

  /** Lets a program run until it has ended, or has stopped for ever. */
  void run(Thread main) throws InterruptedException {
    String last = "";
    int same = 0;
    for (; ; ) {
      Thread.sleep(0, 500_000);
      Look look = look();
      same = look.state().equals(last) ? same + 1 : 0;
      last = look.state();
      boolean spins = !look.busy().isEmpty() && spins(look.busy());
      boolean idle = look.busy().isEmpty() && !look.isVirtualBusy();
      boolean rests = idle && same >= LOOKS && !begins(look);
      if (!rests && !spins) {
        continue;
      }
      stage.measureLevel();
      if (!main.isAlive() && !look.waits() && stage.answers().open() == 0) {
        if (!stage.busy()) {
          return;
        }
      } else if (stage.resume()) {
        same = 0;
      } else if (stage.answers().open() > 0) {
        observe();
        stage.answers().reply();
        spinning.clear();
        same = 0;
      } else if (same >= LOOKS_FOR_EVER && isForEver(look)) {
        look.waiting().stream()
            .filter(thread -> !atRest(thread))
            .forEach(thread -> evidence.add(Meter.STUCK, line(thread), 1));
        look.virtual().forEach(thread -> evidence.add(Meter.STUCK, thread.line(), 1));
        return;
      }
    }
  }

  /** How often a thread has waited so far; without an end once it has ended. */
  static long waited(Thread thread) {
    ThreadInfo info = THREADS.getThreadInfo(thread.getId());
    return info == null ? Long.MAX_VALUE : info.getWaitedCount();
  }

  private static boolean isForEver(Look look) {
    return look.waits()
        && look.waiting().stream().noneMatch(Pump::wakesUp)
        && look.virtual().stream().noneMatch(VirtualThreads.Virtual::wakesUp);
  }

  private static boolean wakesUp(ThreadInfo thread) {
    return thread.getThreadState() == Thread.State.TIMED_WAITING;
  }

  /** The threads whose stacks are of the program. */
  Set<Long> threads() {
    Set<Long> found = new HashSet<>();
    virtual.ifPresent(all -> all.look().forEach(thread -> found.add(thread.number())));
    for (ThreadInfo thread : THREADS.dumpAllThreads(false, false)) {
      if (evidence.line(thread.getStackTrace()) > 0) {
        found.add(thread.getThreadId());
      }
    }
    return found;
  }

  private Look look() {
    List<ThreadInfo> busy = new ArrayList<>();
    List<ThreadInfo> waiting = new ArrayList<>();
    StringBuilder state = new StringBuilder();
    for (ThreadInfo thread : THREADS.dumpAllThreads(false, false)) {
      boolean runs =
          switch (thread.getThreadState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> false;
            default -> true;
          };
      boolean part = runs && thread.getThreadName().startsWith(Parts.WORKERS);
      if (others.contains(thread.getThreadId()) || line(thread) == 0 && !part) {
        continue;
      }
      (runs ? busy : waiting).add(thread);
      state.append(thread.getThreadId()).append(' ').append(thread.getWaitedCount()).append(' ');
      state.append(thread.getBlockedCount()).append(' ').append(line(thread)).append(';');
    }
    List<VirtualThreads.Virtual> alive =
        virtual.map(VirtualThreads::look).orElse(List.of()).stream()
            .filter(thread -> !others.contains(thread.number()))
            .toList();
    state.append(alive).append(stage.answers().open());
    return new Look(busy, waiting, alive, state.toString());
  }

  /** Whether something is about to run that no thread shows yet. */
  private boolean begins(Look look) {
    if (stage.answers().busy() && look.waiting().stream().noneMatch(Pump::isLoop)) {
      return true;
    }
    if (stage.isPartWaiting()) {
      return true;
    }
    return stage.isTaskWaiting() && look.waiting().stream().noneMatch(Pump::isLoop);
  }

  private static boolean isLoop(ThreadInfo thread) {
    return Loops.isLoop(thread.getThreadName());
  }

  /** Whether the threads that run have long been at one line while something is to be awaited. */
  private boolean spins(List<ThreadInfo> busy) {
    if (stage.answers().open() == 0) {
      return false;
    }
    boolean all = true;
    for (ThreadInfo thread : busy) {
      long cpu = THREADS.getThreadCpuTime(thread.getThreadId());
      long[] begin =
          spinning.computeIfAbsent(thread.getThreadId(), id -> new long[] {line(thread), cpu});
      if (begin[0] != line(thread)) {
        begin[0] = line(thread);
        begin[1] = cpu;
      }
      long spent = cpu - begin[1];
      if (spent >= WASTE_NANOS) {
        evidence.peak(Meter.SPIN, line(thread), spent);
      }
      all &= spent >= WASTE_NANOS;
    }
    return all;
  }

  /** What is the case while a program waits for answers. */
  private void observe() {
    for (ThreadInfo thread : THREADS.dumpAllThreads(true, true)) {
      if (others.contains(thread.getThreadId()) || line(thread) == 0 || atRest(thread)) {
        continue;
      }
      evidence.add(Meter.ROUNDS, line(thread), 1);
      if (thread.getThreadState() == Thread.State.BLOCKED) {
        continue;
      }
      for (MonitorInfo monitor : thread.getLockedMonitors()) {
        StackTraceElement frame = monitor.getLockedStackFrame();
        if (evidence.owns(frame.getClassName()) && !isWaitedFor(monitor, thread)) {
          evidence.peak(Meter.HELD_LOCKS, frame.getLineNumber(), 1);
        }
      }
      for (LockInfo lock : thread.getLockedSynchronizers()) {
        if (!lock.getClassName().endsWith(WORKER_OF_POOL)) {
          evidence.peak(Meter.HELD_LOCKS, line(thread), 1);
        }
      }
    }
  }

  private static boolean isWaitedFor(LockInfo monitor, ThreadInfo thread) {
    LockInfo waits = thread.getLockInfo();
    return waits != null && waits.getIdentityHashCode() == monitor.getIdentityHashCode();
  }

  private int line(ThreadInfo thread) {
    return evidence.line(thread.getStackTrace());
  }

  /** Whether a thread waits in the stage itself, which is no wait of the program. */
  private boolean atRest(ThreadInfo thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (evidence.owns(frame.getClassName())) {
        return false;
      }
      if (frame.getClassName().equals(Stage.class.getName())) {
        return true;
      }
    }
    return false;
  }
}
