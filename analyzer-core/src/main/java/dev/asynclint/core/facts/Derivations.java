package dev.asynclint.core.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Facts that not every program is asked for, each kind derived once: whoever asks first derives it,
 * others that ask meanwhile wait. Safe for use by several threads.
 */
final class Derivations {
  private final Map<Class<?>, FutureTask<?>> known = new ConcurrentHashMap<>();

  /**
   * The facts of a kind. A derivation may ask for other kinds, but not in a circle; what it throws
   * is thrown at everybody who asks.
   */
  <T> T of(Class<T> kind, Supplier<T> derivation) {
    FutureTask<?> task = known.get(kind);
    if (task == null) {
      FutureTask<T> own = new FutureTask<>(derivation::get);
      task = known.putIfAbsent(kind, own);
      if (task == null) {
        own.run();
        task = own;
      }
    }
    return kind.cast(result(task));
  }

  private static Object result(FutureTask<?> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while facts were derived", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }
}
