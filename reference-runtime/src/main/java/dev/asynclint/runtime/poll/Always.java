package dev.asynclint.runtime.poll;

/** A computation with an action at its end, whatever that is. */
final class Always<T> implements Async<T> {
  private final Async<T> inner;
  private final Runnable action;

  Always(Async<T> inner, Runnable action) {
    this.inner = inner;
    this.action = action;
  }

  @Override
  public Poll<T> poll(Context cx) throws Exception {
    Poll<T> polled;
    try {
      polled = inner.poll(cx);
    } catch (Throwable failure) {
      action.run();
      throw failure;
    }
    if (polled.isReady()) {
      action.run();
    }
    return polled;
  }

  @Override
  public void drop() {
    try {
      inner.drop();
    } finally {
      action.run();
    }
  }
}
