package dev.asynclint.prove;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The runtime of a stage with its one worker, and the tasks on it. Safe for use by any thread. */
final class Worker {
  private final AsyncRuntime runtime;
  private final AtomicInteger tasks = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  Worker(Meter wanted, Budgets budgets) {
    runtime = Loops.runtime(wanted, budgets);
  }

  /** Does work as one task; the outcome is that of the work. */
  <T> CompletableFuture<T> call(Callable<T> work) {
    tasks.incrementAndGet();
    waiting.incrementAndGet();
    CompletableFuture<T> done = new CompletableFuture<>();
    runtime.spawn(
        cx -> {
          waiting.decrementAndGet();
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          } finally {
            tasks.decrementAndGet();
          }
          return Poll.ready(null);
        });
    return done;
  }

  /** An executor that runs each command as a task, which suspends once before. */
  Executor suspending() {
    return command -> {
      tasks.incrementAndGet();
      runtime.spawn(new KeptTask(command, tasks::decrementAndGet));
    };
  }

  /** Whether tasks wait for the worker or run. */
  boolean busy() {
    return tasks.get() > 0;
  }

  /** Whether tasks wait for the worker. */
  boolean isTaskWaiting() {
    return waiting.get() > 0;
  }

  /** Ends the runtime and puts down what its meters saw. */
  void finish(Evidence evidence) {
    Loops.finish(runtime, evidence);
  }
}
