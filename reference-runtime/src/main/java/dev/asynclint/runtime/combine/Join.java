package dev.asynclint.runtime.combine;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Waiting for many computations. */
public final class Join {
  private Join() {}

  /**
   * The results of all, in the order given; they run side by side on one task. The first failure
   * drops the others.
   */
  public static <T> Async<List<T>> all(Iterable<? extends Async<? extends T>> asyncs) {
    return concurrently(asyncs, Integer.MAX_VALUE, async -> async);
  }

  /**
   * The results of a function for all items, in their order, so many at a time. The first failure
   * drops the others and takes no more items.
   *
   * @param limit computations at a time; at least 1
   */
  public static <S, T> Async<List<T>> concurrently(
      Iterable<? extends S> items,
      int limit,
      Function<? super S, ? extends Async<? extends T>> function) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one must run at a time, not " + limit);
    }
    return new All<>(items.iterator(), limit, function);
  }

  private static final class All<S, T> implements Async<List<T>> {
    private final Iterator<? extends S> items;
    private final int limit;
    private final Function<? super S, ? extends Async<? extends T>> function;
    private final Children<T> children = new Children<>();
    private final List<T> results = new ArrayList<>();

    All(
        Iterator<? extends S> items,
        int limit,
        Function<? super S, ? extends Async<? extends T>> function) {
      this.items = items;
      this.limit = limit;
      this.function = function;
    }

    @Override
    public Poll<List<T>> poll(Context cx) throws Exception {
      for (; ; ) {
        while (children.size() < limit && items.hasNext()) {
          children.add(function.apply(items.next()));
        }
        Poll<Children.Child<T>> polled = children.pollNext(cx);
        if (polled.isPending()) {
          return Poll.pending();
        }
        Children.Child<T> child = polled.value();
        if (child == null) {
          return Poll.ready(results);
        }
        put(child);
      }
    }

    private void put(Children.Child<T> child) throws Exception {
      if (child.index() >= results.size()) {
        results.addAll(Collections.nCopies(child.index() + 1 - results.size(), null));
      }
      try {
        results.set(child.index(), child.get());
      } catch (Exception failure) {
        children.drop();
        throw failure;
      }
    }

    @Override
    public void drop() {
      children.drop();
    }
  }
}
