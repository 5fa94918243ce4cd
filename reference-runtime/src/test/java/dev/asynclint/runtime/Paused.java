package dev.asynclint.runtime;

import dev.asynclint.runtime.poll.Async;
import java.util.concurrent.Callable;

/** Runs a computation on the current thread with a clock that stands. */
public final class Paused {
  private Paused() {}

  /** The result, or the failure, of what is made inside of the runtime. */
  public static <T> T run(Callable<Async<T>> body) {
    return run(builder(), body);
  }

  /** The same with other settings. */
  public static <T> T run(RuntimeBuilder builder, Callable<Async<T>> body) {
    try (AsyncRuntime runtime = builder.build()) {
      return runtime.blockOn(Async.<Async<T>>call(body).then(async -> async));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Settings that fail when nothing can go on. */
  public static RuntimeBuilder builder() {
    return AsyncRuntime.builder().currentThread().startPaused(true).detectStalls(true);
  }

  /** Starts a task of the runtime this is called in. */
  public static <T> dev.asynclint.runtime.poll.JoinHandle<T> spawn(Async<T> async) {
    return AsyncRuntime.current().spawn(async);
  }

  /** Milliseconds since the runtime was made. */
  public static long millis() {
    return AsyncRuntime.current().timers().nanos() / 1_000_000;
  }
}
