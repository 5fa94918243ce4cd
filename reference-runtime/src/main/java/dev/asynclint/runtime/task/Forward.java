package dev.asynclint.runtime.task;

import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.Waker;
import java.util.concurrent.CompletableFuture;

/** Hands the outcome of a task to a future when the task wakes it. */
record Forward<T>(Task<T> task, CompletableFuture<T> future) implements Waker {
  @Override
  public void wake() {
    try {
      future.complete(task.take());
    } catch (JoinError failure) {
      if (failure.isCancelled()) {
        future.cancel(false);
      } else {
        future.completeExceptionally(failure.getCause());
      }
    }
  }
}
