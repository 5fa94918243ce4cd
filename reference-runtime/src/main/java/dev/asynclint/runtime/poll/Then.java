package dev.asynclint.runtime.poll;

import java.util.function.Function;

/**
 * One computation after another. When the second is itself such a pair, this one turns into it: a
 * loop written as a recursion of "then" needs no more stack or memory the longer it runs.
 */
final class Then<S, T> implements Async<T> {
  private Async<?> first;

  /** Set once the first has ended. */
  private Async<?> second;

  private Function<Object, Async<?>> onValue;

  /** Null when failures pass. */
  private Function<Exception, Async<?>> onFailure;

  @SuppressWarnings("unchecked") // what the first gives is what the functions take
  Then(
      Async<? extends S> first,
      Function<? super S, ? extends Async<? extends T>> onValue,
      Function<? super Exception, ? extends Async<? extends T>> onFailure) {
    this.first = first;
    this.onValue = (Function<Object, Async<?>>) (Function<?, ?>) onValue;
    this.onFailure = (Function<Exception, Async<?>>) (Function<?, ?>) onFailure;
  }

  @Override
  @SuppressWarnings("unchecked") // a poll is read only, and the second gives what this one does
  public Poll<T> poll(Context cx) throws Exception {
    for (; ; ) {
      if (second != null) {
        return (Poll<T>) second.poll(cx);
      }
      Async<?> next;
      try {
        Poll<?> polled = first.poll(cx);
        if (polled.isPending()) {
          return Poll.pending();
        }
        first = null;
        next = onValue.apply(polled.value());
      } catch (Exception failure) {
        if (onFailure == null || first == null) {
          throw failure;
        }
        first = null;
        next = onFailure.apply(failure);
      }
      become(next);
    }
  }

  private void become(Async<?> next) {
    if (next instanceof Then<?, ?> pair) {
      first = pair.first;
      second = pair.second;
      onValue = pair.onValue;
      onFailure = pair.onFailure;
    } else {
      second = next;
    }
  }

  @Override
  public void drop() {
    if (second != null) {
      second.drop();
    } else if (first != null) {
      first.drop();
    }
  }
}
