package dev.asynclint.runtime.poll;

import java.util.concurrent.CompletableFuture;

/**
 * A task that runs, whether or not anybody waits for it. As a computation it gives the result of
 * the task, once, or fails with a {@link JoinError}; dropping it lets the task run on.
 *
 * @param <T> type of the result
 */
public interface JoinHandle<T> extends Async<T>, AbortHandle {

  @Override
  Poll<T> poll(Context cx) throws JoinError;

  /**
   * The result as a future; takes the result, so only one of this and polling may be used. It is
   * cancelled when the task is; cancelling it does not abort the task.
   */
  CompletableFuture<T> toCompletableFuture();
}
