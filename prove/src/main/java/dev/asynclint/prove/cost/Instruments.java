package dev.asynclint.prove.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a thread has used so far. Each is read by the thread it speaks of, and never falls. */
public interface Instruments {
  /** Time since some moment, in nanoseconds. */
  long nanos();

  /** Processor time of the calling thread, in nanoseconds. */
  long cpuNanos();

  /** Bytes the calling thread has allocated. */
  long bytes();

  /** Those of this machine. */
  static Instruments ofThisMachine() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean(); // the one of HotSpot
    return new Instruments() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public long cpuNanos() {
        return threads.getCurrentThreadCpuTime();
      }

      @Override
      public long bytes() {
        return threads.getCurrentThreadAllocatedBytes();
      }
    };
  }
}
