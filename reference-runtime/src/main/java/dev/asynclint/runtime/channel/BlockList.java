package dev.asynclint.runtime.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A queue of blocks of 32 slots, for many producers and one consumer. A producer takes a number,
 * which is its slot; a slot that is empty before the tail is one whose producer has yet to write.
 *
 * @param <E> never null
 */
final class BlockList<E> {
  private static final int SLOTS = 32;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

  private static final class Block {
    final long start;
    final Object[] slots = new Object[SLOTS];
    final AtomicReference<Block> next = new AtomicReference<>();

    Block(long start) {
      this.start = start;
    }

    /** The block behind this one, made if need be. */
    Block following() {
      Block block = next.get();
      if (block != null) {
        return block;
      }
      Block made = new Block(start + SLOTS);
      return next.compareAndSet(null, made) ? made : next.get();
    }
  }

  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();

  /** The head, for others than the consumer. */
  private final AtomicLong received = new AtomicLong();

  /** A block not behind that of any number that is yet to be written: where producers begin. */
  private final AtomicReference<Block> last;

  private Block first;
  private long head;

  BlockList() {
    first = new Block(0);
    last = new AtomicReference<>(first);
  }

  /** Puts an element last. Any thread. */
  void add(E element) {
    // The block is read before the number is taken, so it cannot lie behind that of the number.
    Block from = last.get();
    long number = tail.getAndIncrement();
    Block block = from;
    while (number - block.start >= SLOTS) {
      block = block.following();
    }
    SLOT.setRelease(block.slots, (int) (number - block.start), element);
    if (block != from) {
      last.compareAndSet(from, block);
    }
    long length = number + 1 - received.get();
    for (long most = peak.get(); length > most; most = peak.get()) {
      peak.compareAndSet(most, length);
    }
  }

  /** Takes the first element; null when there is none, or none written yet. The consumer alone. */
  @SuppressWarnings("unchecked") // only elements are put in
  E poll() {
    int slot = (int) (head - first.start);
    if (slot == SLOTS) {
      Block next = first.next.get();
      if (next == null) {
        return null;
      }
      first = next;
      slot = 0;
    }
    Object element = SLOT.getAcquire(first.slots, slot);
    if (element == null) {
      return null;
    }
    first.slots[slot] = null;
    received.lazySet(++head);
    return (E) element;
  }

  /** Elements added and not taken. */
  long length() {
    return Math.max(0, tail.get() - received.get());
  }

  /** Most elements there were at a time. */
  long peakLength() {
    return peak.get();
  }

  /** Elements added so far, written or not. */
  long added() {
    return tail.get();
  }

  /** Elements taken so far. The consumer alone. */
  long taken() {
    return head;
  }
}
