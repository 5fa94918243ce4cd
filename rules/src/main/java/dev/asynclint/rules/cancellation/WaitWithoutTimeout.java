package dev.asynclint.rules.cancellation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.LockedWait;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Unbounded;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Reports waits that nothing bounds. */
@AutoService(Rule.class)
@AsyncRule(
    id = "wait-without-timeout",
    family = Family.CANCELLATION,
    severity = Severity.INFO,
    summary = "Wait for other work without a bound",
    why =
        """
        A wait without a bound lasts as long as the slowest thing it depends on, and for ever when
        that is lost: a callback that is never called, a message that was dropped, a task whose pool
        was shut down. The thread is gone then, with its connection and its locks, and nothing says
        so; the threads of a pool follow one by one. A bound turns that into an error with a place
        and a time.
        """,
    bad =
        """
        void prepare(Executor pool, Runnable load) throws InterruptedException {
          CountDownLatch loaded = new CountDownLatch(1);
          pool.execute(() -> { load.run(); loaded.countDown(); });
          loaded.await(); // expect: wait-without-timeout
        }
        """,
    good =
        """
        boolean prepare(Executor pool, Runnable load) throws InterruptedException {
          CountDownLatch loaded = new CountDownLatch(1);
          pool.execute(() -> { load.run(); loaded.countDown(); });
          return loaded.await(30, TimeUnit.SECONDS);
        }
        """,
    whenNot =
        """
        The thread of a consumer waits for its next item as long as it takes, main() waits for the
        end of the program, and a test has a time limit of its own; none of these is reported. A
        wait for work that states its own limit, such as a client with a timeout, needs no second.
        """,
    limits =
        """
        Of each callable and kind of wait the first is reported. Futures and publishers count when
        the whole chain they come from is seen and no stage bounds it; those that come from a
        parameter or a collection are left out, and so are conditions, whose notifier decides. Waits
        on threads that must not block and waits under a lock have rules of their own.
        """,
    budgets = {"eventLoopWait", "boundedWait"},
    imports = {
      "java.util.concurrent.CountDownLatch",
      "java.util.concurrent.Executor",
      "java.util.concurrent.TimeUnit"
    },
    references = {
      "java.util.concurrent.CompletableFuture: orTimeout and completeOnTimeout",
      "java.util.concurrent.Future: get(long, TimeUnit)"
    })
public final class WaitWithoutTimeout implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    Set<CallSite> elsewhere = new HashSet<>();
    program
        .blockedThreads(Thresholds.of(program).eventLoopWait(), Thresholds.of(program).pollTime())
        .map(BlockedThread::site)
        .forEach(elsewhere::add);
    program
        .waitsUnderLock(Thresholds.of(program).boundedWait())
        .map(LockedWait::site)
        .forEach(elsewhere::add);
    return Unbounded.of(program)
        .waits()
        .filter(wait -> !elsewhere.contains(wait))
        .map(this::finding);
  }

  private Finding finding(CallSite wait) {
    return Report.by(this, wait.place())
        .says("'%s' %s, for as long as that takes", wait.display(), Words.waits(wait.waitsFor()))
        .label("no upper bound")
        .help("use the variant with a timeout, or bound what it waits for, and say what then")
        .build();
  }
}
