package dev.asynclint.runtime.poll;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A stage that is polled: the bridge from what is pushed to what is pulled. */
final class StageAsync<T> implements Async<T> {
  private final CompletionStage<? extends T> stage;
  private boolean listening;
  private Waker waker = Waker.NONE;
  private boolean done;
  private T value;
  private Throwable failure;

  StageAsync(CompletionStage<? extends T> stage) {
    this.stage = stage;
  }

  @Override
  public Poll<T> poll(Context cx) throws Exception {
    boolean first;
    synchronized (this) {
      waker = cx.waker();
      first = !listening;
      listening = true;
    }
    if (first) {
      stage.whenComplete(this::complete);
    }
    synchronized (this) {
      if (!done) {
        return Poll.pending();
      }
    }
    if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
      failure = wrapped.getCause();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (Exception) failure;
    }
    return Poll.ready(value);
  }

  private void complete(T result, Throwable thrown) {
    Waker waiting;
    synchronized (this) {
      value = result;
      failure = thrown;
      done = true;
      waiting = waker;
    }
    waiting.wake();
  }

  @Override
  public synchronized void drop() {
    waker = Waker.NONE;
  }
}
