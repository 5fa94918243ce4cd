package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made once, by whoever asks first; the others wait for it. When making it fails or
 * is given up, the next one tries.
 *
 * @param <T> type of the value; never null
 */
public final class OnceCell<T> {
  private final AsyncSemaphore making = new AsyncSemaphore(1);
  private volatile T value;

  /** The value, if it has been made. */
  public Optional<T> get() {
    return Optional.ofNullable(value);
  }

  /** The value, made now if need be. */
  public Async<T> getOrInit(Supplier<? extends Async<? extends T>> maker) {
    return Async.defer(
        () -> {
          T made = value;
          return made != null ? Async.of(made) : making.acquire().then(p -> init(p, maker));
        });
  }

  private Async<T> init(
      AsyncSemaphore.Permit permit, Supplier<? extends Async<? extends T>> maker) {
    T made = value;
    if (made != null) {
      permit.close();
      return Async.of(made);
    }
    Async<T> making =
        maker
            .get()
            .map(
                one -> {
                  if (one == null) {
                    throw new IllegalStateException("the value of a cell must not be null");
                  }
                  value = one;
                  return one;
                });
    return making.always(permit::close);
  }
}
