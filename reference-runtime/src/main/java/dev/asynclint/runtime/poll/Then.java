package dev.asynclint.runtime.poll;

import java.util.function.Function;

/** One computation after another. */
final class Then<S, T> implements Async<T> {
  private Async<? extends S> first;
  private Async<? extends T> second;
  private final Function<? super S, ? extends Async<? extends T>> onValue;

  /** Null when failures pass. */
  private final Function<? super Exception, ? extends Async<? extends T>> onFailure;

  Then(
      Async<? extends S> first,
      Function<? super S, ? extends Async<? extends T>> onValue,
      Function<? super Exception, ? extends Async<? extends T>> onFailure) {
    this.first = first;
    this.onValue = onValue;
    this.onFailure = onFailure;
  }

  @Override
  public Poll<T> poll(Context cx) throws Exception {
    if (second == null) {
      Poll<? extends S> polled;
      try {
        polled = first.poll(cx);
      } catch (Exception failure) {
        first = null;
        if (onFailure == null) {
          throw failure;
        }
        second = onFailure.apply(failure);
        return widen(second.poll(cx));
      }
      if (polled.isPending()) {
        return Poll.pending();
      }
      first = null;
      second = onValue.apply(polled.value());
    }
    return widen(second.poll(cx));
  }

  /** A poll is read only, so a poll of a subtype is one of the type. */
  @SuppressWarnings("unchecked")
  private static <T> Poll<T> widen(Poll<? extends T> poll) {
    return (Poll<T>) poll;
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
