package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.CacheLine;
import dev.asynclint.runtime.task.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The queue of one worker: 256 slots, filled and emptied by its worker, emptied by one thief at a
 * time as well. The head is two indices in one word: the tasks from "steal" up to "real" are being
 * copied by a thief, those from "real" up to the tail are there to be taken. Whoever moves "real"
 * by compare-and-set owns what it passed over; while the two differ no other thief starts.
 */
final class LocalQueue extends LocalQueuePadding {
  static final int CAPACITY = 256;
  private static final int MASK = CAPACITY - 1;
  private static final int HALF = CAPACITY / 2;

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HEAD = lookup.findVarHandle(LocalQueueHead.class, "head", long.class);
      TAIL = lookup.findVarHandle(LocalQueueTail.class, "tail", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Task<?>[] slots = new Task<?>[CAPACITY];

  private static long pack(int steal, int real) {
    return ((long) steal << 32) | (real & 0xFFFF_FFFFL);
  }

  private static int steal(long head) {
    return (int) (head >>> 32);
  }

  private static int real(long head) {
    return (int) head;
  }

  private int tail() {
    return (int) (long) TAIL.getAcquire(this);
  }

  /** The tail for its owner, who alone moves it. */
  private int ownTail() {
    return (int) (long) TAIL.get(this);
  }

  /** What was written before is seen by whoever sees the tail. */
  private void tail(int end) {
    TAIL.setRelease(this, (long) end);
  }

  /** Tasks that can be taken; only a hint for other threads. */
  int size() {
    int real = real((long) HEAD.getAcquire(this));
    return tail() - real;
  }

  boolean isEmpty() {
    return size() <= 0;
  }

  /** Slots without a task, or about to be left by a thief. Only for the owner. */
  int free() {
    return CAPACITY - (ownTail() - steal((long) HEAD.getAcquire(this)));
  }

  /**
   * Puts a task last; when there is no room, the task and half of the others go outside. Only for
   * the owner.
   *
   * @return whether tasks went outside
   */
  boolean push(Task<?> task, InjectQueue outside) {
    for (; ; ) {
      long head = (long) HEAD.getAcquire(this);
      int end = ownTail();
      if (end - steal(head) < CAPACITY) {
        slots[end & MASK] = task;
        tail(end + 1);
        return false;
      }
      if (steal(head) != real(head)) {
        outside.push(task);
        return true;
      }
      if (overflow(head, end, task, outside)) {
        return true;
      }
    }
  }

  /** Claims all; the first half lies in the very slots that come next, the second goes outside. */
  private boolean overflow(long head, int end, Task<?> task, InjectQueue outside) {
    if (!HEAD.compareAndSet(this, head, pack(end, end))) {
      return false;
    }
    Task<?>[] batch = new Task<?>[HALF + 1];
    int second = real(head) + HALF;
    for (int i = 0; i < HALF; i++) {
      int slot = (second + i) & MASK;
      batch[i] = slots[slot];
      slots[slot] = null;
    }
    batch[HALF] = task;
    tail(end + HALF);
    outside.pushAll(batch, HALF + 1);
    return true;
  }

  /** Takes the first task; null when there is none. Only for the owner. */
  Task<?> pop() {
    for (; ; ) {
      long head = (long) HEAD.getAcquire(this);
      int real = real(head);
      if (real == ownTail()) {
        return null;
      }
      int steal = steal(head) == real ? real + 1 : steal(head);
      if (HEAD.compareAndSet(this, head, pack(steal, real + 1))) {
        int slot = real & MASK;
        Task<?> task = slots[slot];
        slots[slot] = null;
        return task;
      }
    }
  }

  /**
   * Moves the larger half of these tasks to the queue of the thief, who calls, and gives the last
   * of them to it to run; null when there are none, another thief is at it, or the thief has
   * enough.
   */
  Task<?> stealInto(LocalQueue thief) {
    int end = thief.ownTail();
    if (end - steal((long) HEAD.getAcquire(thief)) > HALF) {
      return null;
    }
    int taken = copyInto(thief, end);
    if (taken == 0) {
      return null;
    }
    int last = (end + taken - 1) & MASK;
    Task<?> task = thief.slots[last];
    thief.slots[last] = null;
    if (taken > 1) {
      thief.tail(end + taken - 1);
    }
    return task;
  }

  private int copyInto(LocalQueue thief, int end) {
    int first;
    int count;
    for (; ; ) {
      long head = (long) HEAD.getAcquire(this);
      if (steal(head) != real(head)) {
        return 0;
      }
      first = real(head);
      int there = tail() - first;
      count = there - there / 2;
      if (count <= 0) {
        return 0;
      }
      if (HEAD.compareAndSet(this, head, pack(first, first + count))) {
        break;
      }
    }
    for (int i = 0; i < count; i++) {
      int slot = (first + i) & MASK;
      thief.slots[(end + i) & MASK] = slots[slot];
      slots[slot] = null;
    }
    for (; ; ) {
      long head = (long) HEAD.getAcquire(this);
      if (HEAD.compareAndSet(this, head, pack(real(head), real(head)))) {
        return count;
      }
    }
  }
}

/** Keeps the head on a cache line of its own, off small fields that a {@link CacheLine} lets in. */
class LocalQueueHead extends CacheLine {
  long p00;
  long p01;
  long p02;
  long p03;
  long p04;
  long p05;
  long p06;
  long p07;
  volatile long head;
}

/** Keeps the tail on another. */
class LocalQueueTail extends LocalQueueHead {
  long p10;
  long p11;
  long p12;
  long p13;
  long p14;
  long p15;
  long p16;
  long p17;

  /** An int, of this type to lie behind what is in front of it: see {@link CacheLine}. */
  volatile long tail;
}

/** Keeps what follows off that. */
class LocalQueuePadding extends LocalQueueTail {
  long p20;
  long p21;
  long p22;
  long p23;
  long p24;
  long p25;
  long p26;
  long p27;
}
