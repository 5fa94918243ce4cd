package dev.asynclint.runtime.combine;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Computations of one parent, each with a waker of its own, so that only those are polled that have
 * something to do: the cost of a wake does not grow with their number. For one task at a time;
 * wakes come from any thread.
 *
 * @param <T> type of the results
 */
public final class Children<T> {
  private final Set<Child<T>> live = new LinkedHashSet<>();
  private final ArrayDeque<Child<T>> ready = new ArrayDeque<>();
  private Waker parent = Waker.NONE;
  private int added;

  /** No children yet. */
  public Children() {}

  /** One of them. */
  public static final class Child<T> implements Waker {
    private final Children<T> set;
    private final Async<? extends T> async;
    private final int index;
    private boolean queued;
    private boolean ended;
    private T value;
    private Exception failure;

    private Child(Children<T> set, Async<? extends T> async, int index) {
      this.set = set;
      this.async = async;
      this.index = index;
    }

    @Override
    public void wake() {
      set.woken(this);
    }

    /** How many were added before it. */
    public int index() {
      return index;
    }

    /**
     * Its result.
     *
     * @throws Exception what it failed with
     */
    public T get() throws Exception {
      if (failure != null) {
        throw failure;
      }
      return value;
    }
  }

  /** Adds a computation; it is polled from the next poll of the parent on. */
  public void add(Async<? extends T> async) {
    Child<T> child = new Child<>(this, async, added++);
    live.add(child);
    woken(child);
  }

  /** Computations that have not ended. */
  public int size() {
    return live.size();
  }

  private void woken(Child<T> child) {
    Waker waker;
    synchronized (ready) {
      if (child.queued || child.ended) {
        return;
      }
      child.queued = true;
      ready.add(child);
      waker = parent;
    }
    waker.wake();
  }

  private Child<T> next() {
    synchronized (ready) {
      Child<T> child = ready.poll();
      if (child != null) {
        child.queued = false;
      }
      return child;
    }
  }

  /** Waits for any to end, in the order they do; null at once when there are none. */
  public Poll<Child<T>> pollNext(Context cx) {
    if (live.isEmpty()) {
      return Poll.ready(null);
    }
    synchronized (ready) {
      parent = cx.waker();
    }
    int turns = live.size();
    for (Child<T> child = next(); child != null; child = next()) {
      if (turns-- == 0) {
        // Children that wake themselves must not keep the parent here for ever.
        child.wake();
        return Poll.pending();
      }
      if (poll(child, cx)) {
        live.remove(child);
        return Poll.ready(child);
      }
    }
    return Poll.pending();
  }

  private boolean poll(Child<T> child, Context cx) {
    try {
      Poll<? extends T> polled = child.async.poll(cx.with(child));
      if (polled.isPending()) {
        return false;
      }
      child.value = polled.value();
    } catch (Exception failure) {
      child.failure = failure;
    }
    synchronized (ready) {
      child.ended = true;
      if (child.queued) {
        ready.remove(child);
      }
    }
    return true;
  }

  /** Gives up on all that have not ended. */
  public void drop() {
    List<Child<T>> all = List.copyOf(live);
    live.clear();
    synchronized (ready) {
      ready.clear();
      parent = Waker.NONE;
      all.forEach(child -> child.ended = true);
    }
    all.forEach(child -> child.async.drop());
  }
}
