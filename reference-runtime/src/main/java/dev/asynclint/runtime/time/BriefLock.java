package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.CacheLine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lock for what takes less time than to put a thread to sleep and wake it: one atomic operation
 * to take it, none to give it back. Who finds it taken turns round, then lets other threads run.
 * Not reentrant; nothing that blocks or calls strangers may be done under it. Safe for any thread.
 */
class BriefLock extends CacheLine {
  private static final int TURNS = 100;

  private static final VarHandle TAKEN;

  static {
    try {
      TAKEN = MethodHandles.lookup().findVarHandle(BriefLock.class, "taken", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean taken;

  final void lock() {
    if (!TAKEN.compareAndSet(this, false, true)) {
      waitAndLock();
    }
  }

  private void waitAndLock() {
    int turns = 0;
    do {
      while ((boolean) TAKEN.getOpaque(this)) {
        if (turns < TURNS) {
          turns++;
          Thread.onSpinWait();
        } else {
          // Not parked: that would show in recordings as a blocking call of whoever is polled.
          Thread.yield();
        }
      }
    } while (!TAKEN.compareAndSet(this, false, true));
  }

  final void unlock() {
    TAKEN.setRelease(this, false);
  }
}
