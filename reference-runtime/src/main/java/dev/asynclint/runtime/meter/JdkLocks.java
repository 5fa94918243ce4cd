package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Frames;
import dev.asynclint.runtime.site.Site;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** The locks of the JDK that the current thread holds. A virtual thread is not seen to hold any. */
final class JdkLocks {
  /** What a thread of a pool holds while it runs anything: nothing that others wait for. */
  private static final String POOL_THREAD = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private JdkLocks() {}

  /**
   * One lock.
   *
   * @param kind "monitor", or the class of the lock
   * @param at the line at which the frame is that entered it; null for locks that are not monitors
   */
  record Held(String kind, Site at) {}

  /** The locks the user's frames hold; monitors with the frame that entered them. */
  static List<Held> here(Frames frames) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] self = {Thread.currentThread().getId()};
    ThreadInfo info = threads.getThreadInfo(self, true, true)[0];
    if (info == null) {
      return List.of();
    }
    List<Held> held = new ArrayList<>();
    StackTraceElement[] stack = info.getStackTrace();
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      Site at = userFrame(frames, stack, monitor.getLockedStackDepth());
      if (at != null) {
        held.add(new Held("monitor", at));
      }
    }
    for (LockInfo lock : info.getLockedSynchronizers()) {
      if (!lock.getClassName().equals(POOL_THREAD)) {
        held.add(new Held(lockName(lock.getClassName()), null));
      }
    }
    return held;
  }

  /** {@code ReentrantLock$NonfairSync} is a part of what the user knows as ReentrantLock. */
  private static String lockName(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }

  private static Site userFrame(Frames frames, StackTraceElement[] stack, int depth) {
    for (int i = Math.max(0, depth); i < stack.length; i++) {
      String name = stack[i].getClassName();
      if (frames.isUser(name)) {
        return Site.of(stack[i]);
      }
      if (frames.isRuntime(name)) {
        return null;
      }
    }
    return null;
  }
}
