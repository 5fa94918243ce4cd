package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.SerialForks;
import dev.asynclint.core.facts.SerialForks.Serial;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports forked tasks that are waited for before anything else is done. */
@AutoService(Rule.class)
@AsyncRule(
    id = "fork-join-serialised",
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    wave = 2,
    summary = "Forked task is waited for before the other half starts",
    why =
        """
        A fork offers one half of the work to other threads while this one does the other half. When
        the wait comes first, this thread has nothing to do but to take its own half back from its
        queue and run it: the halves run one after the other, and each fork pays for a queue, a
        wake-up of a thread and a race for the task on top. The program is right and uses one core.
        """,
    bad =
        """
        static final class Sum extends RecursiveTask<Long> {
          private final long from;
          private final long to;

          Sum(long from, long to) {
            this.from = from;
            this.to = to;
          }

          @Override
          protected Long compute() {
            if (to - from < 1000) {
              return LongStream.range(from, to).sum();
            }
            long middle = (from + to) / 2;
            Sum left = new Sum(from, middle);
            left.fork();
            long sum = left.join(); // expect: fork-join-serialised
            return sum + new Sum(middle, to).compute();
          }
        }
        """,
    good =
        """
        static final class Sum extends RecursiveTask<Long> {
          private final long from;
          private final long to;

          Sum(long from, long to) {
            this.from = from;
            this.to = to;
          }

          @Override
          protected Long compute() {
            if (to - from < 1000) {
              return LongStream.range(from, to).sum();
            }
            long middle = (from + to) / 2;
            Sum left = new Sum(from, middle);
            left.fork();
            long right = new Sum(middle, to).compute();
            return right + left.join();
          }
        }
        """,
    whenNot = "A task that is forked from a thread outside the pool, to have it run there.",
    limits =
        """
        Only a fork and a wait in the same block of a task are compared. Any call in between that is
        not known to do nothing counts as work.
        """,
    imports = {"java.util.concurrent.RecursiveTask", "java.util.stream.LongStream"},
    references = {
      "java.util.concurrent.RecursiveTask: fork, compute, then join",
      "java.util.concurrent.ForkJoinTask: innermost-first order of joins"
    })
public final class ForkJoinSerialised implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return SerialForks.of(program).all().map(this::finding);
  }

  private Finding finding(Serial serial) {
    return Report.by(this, serial.join().place())
        .says(
            "'%s' waits right behind '%s', so nothing runs beside the forked task",
            serial.join().display(), serial.fork().display())
        .label("the other half has not started yet")
        .help("compute the other half between the two, or call invokeAll with both")
        .build();
  }
}
