package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Pool;
import dev.asynclint.core.facts.Pools;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports settings of executors that have no effect. */
@AutoService(Rule.class)
@AsyncRule(
    id = "ineffective-pool-config",
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    summary = "Executor setting without effect",
    why =
        """
        A thread pool starts a thread beyond its core size only when its queue is full. A queue
        without a bound is never full: a pool of 4 to 64 threads has 4, whatever the load, and one
        of 0 to 64 has a single one. The service is sized for the large number and gets the small
        one. Virtual threads in a pool have no effect either: they are made to be started for one
        task and thrown away, and the size of the pool is then the only thing that is left of it.
        """,
    bad =
        """
        private final ExecutorService pool =
            new ThreadPoolExecutor( // expect: ineffective-pool-config
                4, 64, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        """,
    good =
        """
        private final ExecutorService pool =
            new ThreadPoolExecutor(4, 64, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));
        """,
    whenNot =
        """
        Where the largest size is a parameter of a factory that is always given the core size, the
        setting does no harm.
        """,
    limits =
        """
        Sizes that are calculated are not compared. Settings in property files are not read.
        """,
    imports = {
      "java.util.concurrent.ArrayBlockingQueue",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.LinkedBlockingQueue",
      "java.util.concurrent.ThreadPoolExecutor",
      "java.util.concurrent.TimeUnit"
    },
    references = {
      "Java API, ThreadPoolExecutor, queuing: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ThreadPoolExecutor.html",
      "JEP 444, do not pool virtual threads: https://openjdk.org/jeps/444"
    })
public final class IneffectivePoolConfig implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Pools.of(program).all().flatMap(pool -> finding(pool).stream());
  }

  private Optional<Finding> finding(Pool pool) {
    if (pool.neverGrows()) {
      boolean none = pool.core().isPresent() && pool.core().getAsLong() == 0;
      return Optional.of(
          Report.by(this, pool.place())
              .says(
                  "the queue has no bound, so the pool %s, whatever its maximum",
                  none ? "has one thread" : "never grows beyond its core size")
              .label("the maximum has no effect")
              .help("give the queue a capacity, or make the core size as large as the maximum")
              .build());
    }
    if (pool.pooledVirtual()) {
      return Optional.of(
          Report.by(this, pool.place())
              .says("the pool keeps virtual threads, which are made for one task each")
              .label("virtual threads in a pool")
              .help("use an executor with a virtual thread per task, and a Semaphore as the limit")
              .build());
    }
    if (pool.core().isEmpty() && pool.size().isPresent() && pool.size().getAsLong() == 0) {
      return Optional.of(
          Report.by(this, pool.place())
              .says(
                  "the pool has no core threads, so its one thread wakes up over and over while tasks wait")
              .label("no core threads")
              .help("give it one thread at least")
              .build());
    }
    return Optional.empty();
  }
}
