package dev.asynclint.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveTask;

/** A pool for tasks that fork, and tasks that do nothing but wait for an answer. */
final class Parts {
  /** What the names of its workers begin with. */
  static final String WORKERS = "parts-";

  private final List<ForkJoinPool> pools = new ArrayList<>();

  /** A pool of so many workers. */
  synchronized ForkJoinPool pool(int workers) {
    ForkJoinPool pool =
        new ForkJoinPool(
            workers,
            owner -> {
              ForkJoinWorkerThread worker =
                  ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(owner);
              worker.setName(WORKERS + worker.getPoolIndex());
              return worker;
            },
            null,
            false);
    pools.add(pool);
    return pool;
  }

  /** Whether a pool has not come to rest. */
  synchronized boolean busy() {
    return pools.stream().anyMatch(pool -> !pool.isQuiescent());
  }

  /** Whether tasks wait for a worker that has nothing else to do. */
  synchronized boolean begins() {
    return pools.stream()
        .anyMatch(
            pool ->
                (pool.hasQueuedSubmissions() || pool.getQueuedTaskCount() > 0)
                    && pool.getActiveThreadCount() < pool.getParallelism());
  }

  /** A part of some work: it asks the other end when it begins. */
  static final class Part extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final int number;

    Part(Stage stage, int number) {
      this.stage = stage;
      this.number = number;
    }

    @Override
    protected Integer compute() {
      return stage.answer(number).join();
    }
  }
}
