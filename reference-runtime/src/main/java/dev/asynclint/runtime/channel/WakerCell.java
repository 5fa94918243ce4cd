package dev.asynclint.runtime.channel;

import dev.asynclint.runtime.poll.Waker;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The waker of the one task that waits. Whoever registers must look again afterwards whether there
 * is something, and whoever wakes must first put it there: then no wake is lost.
 */
final class WakerCell {
  private final AtomicReference<Waker> waker = new AtomicReference<>();

  void register(Waker other) {
    if (waker.get() != other) {
      waker.set(other);
    }
  }

  void clear() {
    waker.set(null);
  }

  void wake() {
    if (waker.get() != null) {
      Waker waiting = waker.getAndSet(null);
      if (waiting != null) {
        waiting.wake();
      }
    }
  }
}
