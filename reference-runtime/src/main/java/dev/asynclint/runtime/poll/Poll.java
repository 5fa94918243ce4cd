package dev.asynclint.runtime.poll;

/**
 * What one poll gave: a value, or nothing yet. Immutable; "pending" and "ready with null" are one
 * shared object each, so that neither costs an allocation.
 *
 * @param <T> type of the value
 */
public final class Poll<T> {
  private static final Poll<Object> PENDING = new Poll<>(null);
  private static final Poll<Object> READY_NULL = new Poll<>(null);

  private final T value;

  private Poll(T value) {
    this.value = value;
  }

  /** Nothing yet; whoever returns it has arranged for a wake. */
  @SuppressWarnings("unchecked") // holds no value
  public static <T> Poll<T> pending() {
    return (Poll<T>) PENDING;
  }

  /** Done; the value may be null. */
  @SuppressWarnings("unchecked") // null is of every type
  public static <T> Poll<T> ready(T value) {
    return value == null ? (Poll<T>) READY_NULL : new Poll<>(value);
  }

  /** Whether there is a value. */
  public boolean isReady() {
    return this != PENDING;
  }

  /** Whether there is none yet. */
  public boolean isPending() {
    return this == PENDING;
  }

  /**
   * The value, which may be null.
   *
   * @throws IllegalStateException while pending
   */
  public T value() {
    if (this == PENDING) {
      throw new IllegalStateException("a pending poll has no value");
    }
    return value;
  }

  @Override
  public String toString() {
    return this == PENDING ? "Pending" : "Ready(" + value + ")";
  }
}
