package dev.asynclint.runtime.meter;

import java.util.concurrent.locks.LockSupport;

/** A thread that looks now and then at which line slow polls are. */
final class Watchdog {
  private static final long EVERY_NANOS = 1_000_000;

  private final Meters meters;
  private final Thread thread = new Thread(this::run, "asynclint-watchdog");
  private volatile boolean stopped;

  Watchdog(Meters meters) {
    this.meters = meters;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!stopped) {
      LockSupport.parkNanos(this, EVERY_NANOS);
      long now = System.nanoTime();
      for (ThreadMeter each : meters.threads()) {
        each.look(now, meters.slowNanos());
      }
    }
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }
}
