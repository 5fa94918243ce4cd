package dev.asynclint.runtime.blocking;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.Callable;

/** A call as a computation that is done at its first poll, however long that takes. */
record BlockingTask<T>(Callable<? extends T> callable) implements Async<T> {
  @Override
  public Poll<T> poll(Context cx) throws Exception {
    return Poll.ready(callable.call());
  }
}
