package dev.asynclint.runtime.poll;

import java.util.concurrent.Callable;

/** What a runtime offers to the computations it polls. Safe for use by any thread. */
public interface Host {

  /**
   * Starts a task.
   *
   * @param name for people; may be empty
   * @return the handle; already cancelled when the runtime has shut down
   */
  <T> JoinHandle<T> spawn(String name, Async<T> async);

  /** Runs a call that may block on a thread made for it; cannot be aborted once it runs. */
  <T> JoinHandle<T> spawnBlocking(Callable<? extends T> callable);

  /**
   * A part of the runtime, such as its timers.
   *
   * @throws IllegalStateException when the runtime was built without it
   */
  <S> S service(Class<S> type);
}
