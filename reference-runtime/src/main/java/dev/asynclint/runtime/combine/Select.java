package dev.asynclint.runtime.combine;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The first of several computations that ends; the others are dropped. They are polled in an order
 * that the seed of the runtime begins with, unless biased. Itself a computation, for one task.
 *
 * @param <R> type of the result
 */
public final class Select<R> implements Async<R> {
  private final boolean biased;
  private final List<Async<? extends R>> branches = new ArrayList<>();

  private Select(boolean biased) {
    this.biased = biased;
  }

  /** No branch comes first every time. */
  public static <R> Select<R> fair() {
    return new Select<>(false);
  }

  /** Branches are polled in the order they are given: the first that is ready wins. */
  public static <R> Select<R> biased() {
    return new Select<>(true);
  }

  /** Adds a branch. */
  public <T> Select<R> on(Async<T> async, Function<? super T, ? extends R> then) {
    branches.add(async.map(then));
    return this;
  }

  @Override
  public Poll<R> poll(Context cx) throws Exception {
    if (branches.isEmpty()) {
      throw new IllegalStateException("a select needs a branch at least");
    }
    if (!cx.proceed()) {
      return Poll.pending();
    }
    int count = branches.size();
    int start = biased ? 0 : cx.random(count);
    for (int i = 0; i < count; i++) {
      int branch = (start + i) % count;
      try {
        Poll<? extends R> polled = branches.get(branch).poll(cx);
        if (polled.isReady()) {
          dropOthers(branch);
          return Poll.ready(polled.value());
        }
      } catch (Throwable failure) {
        dropOthers(branch);
        throw failure;
      }
    }
    return Poll.pending();
  }

  private void dropOthers(int winner) {
    for (int i = 0; i < branches.size(); i++) {
      if (i != winner) {
        branches.get(i).drop();
      }
    }
  }

  @Override
  public void drop() {
    dropOthers(-1);
  }
}
