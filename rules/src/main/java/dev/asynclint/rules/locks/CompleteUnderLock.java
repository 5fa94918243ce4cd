package dev.asynclint.rules.locks;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.LockedCompletions;
import dev.asynclint.core.facts.LockedCompletions.LockedCompletion;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports promises that are completed while a lock is held. */
@AutoService(Rule.class)
@AsyncRule(
    id = "complete-under-lock",
    family = Family.LOCKS,
    severity = Severity.WARNING,
    summary = "Promise completed while a lock is held, so that its callbacks run under the lock",
    why =
        """
        Whoever completes a future runs the callbacks that were added to it, then and there. Under a
        lock that is foreign code of unknown length with our lock in hand: it may call back into
        this object half-way through a change, or take a second lock in the other order and
        deadlock.
        """,
    bad =
        """
        private final Queue<CompletableFuture<String>> waiting = new ArrayDeque<>();

        synchronized void offer(String item) {
          CompletableFuture<String> next = waiting.poll();
          if (next != null) {
            next.complete(item); // expect: complete-under-lock
          }
        }
        """,
    good =
        """
        private final Queue<CompletableFuture<String>> waiting = new ArrayDeque<>();

        void offer(String item) {
          CompletableFuture<String> next;
          synchronized (this) {
            next = waiting.poll();
          }
          if (next != null) {
            next.complete(item);
          }
        }
        """,
    whenNot =
        """
        When every callback is added with an executor of its own, so that completion hands the work
        over and returns. A promise that was made in the same method has no callbacks yet and is not
        reported.
        """,
    limits =
        """
        Looks one call deep. Listeners that the program keeps in collections of its own are not
        known as such.
        """,
    imports = {"java.util.ArrayDeque", "java.util.Queue", "java.util.concurrent.CompletableFuture"},
    wave = 2,
    references = {
      "java.util.concurrent.CompletionStage: execution of dependent stages",
      "Effective Java: never cede control to the client within a synchronized region"
    })
public final class CompleteUnderLock implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return LockedCompletions.of(program).all().map(this::finding);
  }

  private Finding finding(LockedCompletion completion) {
    return Report.by(this, completion.site().place())
        .says(
            "'%s' completes a promise while %s is held, so its callbacks run under that lock",
            completion.completion().display(), completion.lock())
        .label("runs code of others with the lock in hand")
        .path(completion.path())
        .help("take what is to be completed out under the lock, release it, then complete")
        .confidence(completion.confidence())
        .build();
  }
}
