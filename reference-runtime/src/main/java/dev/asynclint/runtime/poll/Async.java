package dev.asynclint.runtime.poll;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A lazy computation: nothing happens until it is polled. Belongs to one task at a time and is
 * polled by one thread at a time, with a happens-before edge between polls.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
public interface Async<T> {

  /**
   * Gets on as far as possible without waiting. A poll that returns pending has arranged for the
   * waker of the context to be called once there is more to do. Not to be called again after a
   * value or an exception.
   *
   * @throws Exception when the computation fails
   */
  Poll<T> poll(Context cx) throws Exception;

  /**
   * Gives up before the end: releases permits, places in queues, timers and children. Called at
   * most once, by the parent, on the thread that polls, and never after a value or an exception.
   */
  default void drop() {}

  /** A computation that is done. */
  static <T> Async<T> of(T value) {
    return cx -> Poll.ready(value);
  }

  /** A computation that fails. */
  static <T> Async<T> failed(Exception failure) {
    return cx -> {
      throw failure;
    };
  }

  /** A call made at the first poll; must not block. */
  static <T> Async<T> call(Callable<? extends T> callable) {
    return cx -> Poll.ready(callable.call());
  }

  /** A computation made at the first poll. */
  static <T> Async<T> defer(Supplier<? extends Async<? extends T>> supplier) {
    return Async.<Void>of(null).then(nothing -> supplier.get());
  }

  /** A computation that never ends; only a parent that gives up ends it. */
  static <T> Async<T> never() {
    return cx -> Poll.pending();
  }

  /**
   * The result of a stage that others complete; dropping it does not cancel the stage. Its failures
   * come without their {@link java.util.concurrent.CompletionException}.
   */
  static <T> Async<T> fromStage(CompletionStage<? extends T> stage) {
    return new StageAsync<>(stage);
  }

  /** The result, changed; a function that throws fails the computation. */
  default <R> Async<R> map(Function<? super T, ? extends R> function) {
    return then(value -> of(function.apply(value)));
  }

  /** The computation made of the result. */
  default <R> Async<R> then(Function<? super T, ? extends Async<? extends R>> next) {
    return new Then<>(this, next, null);
  }

  /** The computation made of the failure; results pass. */
  default Async<T> recover(Function<? super Exception, ? extends Async<? extends T>> next) {
    return new Then<>(this, Async::of, next);
  }

  /**
   * Runs an action after the value, the failure or the drop of this computation, exactly once; its
   * own failure takes the place of the outcome.
   */
  default Async<T> always(Runnable action) {
    return new Always<>(this, action);
  }
}
