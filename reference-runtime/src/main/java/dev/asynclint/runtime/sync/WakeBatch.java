package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Waker;

/** Wakers taken under a lock, to be called without it; one alone costs no array. */
final class WakeBatch {
  /** Most of them. */
  private static final int MOST = 32;

  private Waker first;
  private Waker[] others;
  private int size;

  boolean isFull() {
    return size == MOST;
  }

  void add(Waker waker) {
    if (size == 0) {
      first = waker;
    } else {
      others = others == null ? new Waker[MOST] : others;
      others[size] = waker;
    }
    size++;
  }

  /** Calls all and forgets them. */
  void wake() {
    int count = size;
    size = 0;
    if (count > 0) {
      first.wake();
    }
    for (int i = 1; i < count; i++) {
      others[i].wake();
    }
  }
}
