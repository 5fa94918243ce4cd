package dev.asynclint.rules.spawning;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Started;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports virtual threads that are started once per item, however many items there are. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unlimited-virtual-threads",
    family = Family.SPAWNING,
    severity = Severity.WARNING,
    summary = "A virtual thread for every item without a limit",
    why =
        """
        Virtual threads are cheap; what they use is not. A pool of platform threads limited, as a
        side effect, how many of its tasks held a connection, a buffer or a file at a time. With a
        thread for every item nothing does: a hundred thousand rows become as many requests at once,
        and the connection pool or the other end fails first. A permit that is taken inside the task
        comes too late, for then all threads and what they captured are already there.
        """,
    bad =
        """
        void resize(List<Path> images, Consumer<Path> resizer) {
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path image : images) {
              threads.submit(() -> resizer.accept(image)); // expect: unlimited-virtual-threads
            }
          }
        }
        """,
    good =
        """
        void resize(List<Path> images, Consumer<Path> resizer) throws InterruptedException {
          Semaphore permits = new Semaphore(64);
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path image : images) {
              permits.acquire();
              threads.submit(
                  () -> {
                    try {
                      resizer.accept(image);
                    } finally {
                      permits.release();
                    }
                  });
            }
          }
        }
        """,
    whenNot =
        """
        When the number of items is small by construction. A thread for each connection of a server
        is what virtual threads are for; the rule looks at loops over data alone.
        """,
    limits =
        """
        A limit inside what the task calls, such as the size of a connection pool, is not seen.
        """,
    release = 21,
    budgets = {"spawnBound"},
    imports = {
      "java.nio.file.Path",
      "java.util.List",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.concurrent.Semaphore",
      "java.util.function.Consumer"
    },
    references = {"JEP 444, limiting concurrency: https://openjdk.org/jeps/444"})
public final class UnlimitedVirtualThreads implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int bound = Thresholds.of(program).spawnBound();
    return program
        .modelled()
        .filter(
            call -> call.spawnsWithoutLimit().filter(Started.VIRTUAL_THREAD::equals).isPresent())
        .filter(call -> call.isRepeatedOverData(bound).and(call.isThrottled().not()).certain())
        .map(this::finding);
  }

  private Finding finding(CallSite call) {
    boolean late = call.limitsInsideTheTask();
    return Report.by(this, call.place())
        .says(
            "'%s' adds a virtual thread for every item, %s",
            call.display(), late ? "before any of them waits for its permit" : "without a limit")
        .label("one more for each item")
        .help(
            late
                ? "take the permit before the start of the thread, and release it in the task"
                : "take a permit from a Semaphore before each start, and release it in the task")
        .build();
  }
}
