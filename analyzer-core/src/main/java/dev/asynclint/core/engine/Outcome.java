package dev.asynclint.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How a piece of work ended.
 *
 * @param result null when it failed
 * @param fault null when it did not
 */
record Outcome<T>(T result, Throwable fault) {

  /**
   * Does pieces of work, some at a time, and tells of each, in the order given. Errors of the
   * machine other than a stack that is full are thrown.
   *
   * @param threads 1 does them on the thread of the caller
   */
  static <T> List<Outcome<T>> all(List<Callable<T>> work, int threads) {
    List<Outcome<T>> outcomes = new ArrayList<>(work.size());
    if (threads == 1) {
      work.forEach(piece -> outcomes.add(of(piece)));
      return outcomes;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, Outcome::worker);
    try {
      List<Future<Outcome<T>>> running = new ArrayList<>(work.size());
      work.forEach(piece -> running.add(pool.submit(() -> of(piece))));
      for (Future<Outcome<T>> one : running) {
        outcomes.add(one.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw (Error) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rules ran", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "asynclint-rules");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> Outcome<T> of(Callable<T> piece) {
    try {
      return new Outcome<>(piece.call(), null);
    } catch (Exception | StackOverflowError e) {
      return new Outcome<>(null, e);
    }
  }
}
