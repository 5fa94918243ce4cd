package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.OpenPromises;
import dev.asynclint.core.facts.OpenPromises.Open;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports promises that are given out and stay open on some way. */
@AutoService(Rule.class)
@AsyncRule(
    id = "promise-not-completed",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.WARNING,
    wave = 2,
    summary = "Promise that is given out and never completed on some way",
    why =
        """
        Whoever is given a future waits for its outcome, whatever that is. When the code that holds
        the promise completes it after a success and forgets the failure, returns early, or swallows
        an exception, the outcome never comes: callers wait for ever, or until a timeout that says
        nothing of the cause, and the failure itself is lost. No exception, no log line and no
        thread dump shows it, since no thread is waiting.
        """,
    bad =
        """
        CompletableFuture<Integer> length(CompletableFuture<String> text) {
          CompletableFuture<Integer> length = new CompletableFuture<>();
          text.thenAccept(value -> length.complete(value.length())); // expect: promise-not-completed
          return length;
        }
        """,
    good =
        """
        CompletableFuture<Integer> length(CompletableFuture<String> text) {
          return text.thenApply(String::length);
        }

        CompletableFuture<Integer> size(CompletableFuture<String> text) {
          CompletableFuture<Integer> size = new CompletableFuture<>();
          text.whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  size.complete(value.length());
                } else {
                  size.completeExceptionally(failure);
                }
              });
          return size;
        }
        """,
    whenNot =
        """
        A promise that is meant to stay open until somebody cancels it. Give it a timeout, or let
        its holder complete it when it is closed, and it is not reported.
        """,
    limits =
        """
        Only promises that the method makes, returns and gives to nobody else are followed, and only
        when all that completes them stands in one function. What a loop does is not followed, nor
        an exception that leaves a function before it completes the promise.
        """,
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {
      "java.util.concurrent.CompletableFuture: complete and completeExceptionally",
      "Vert.x core manual: promises, a promise must be completed or failed"
    })
public final class PromiseNotCompleted implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return OpenPromises.of(program).all().map(this::finding);
  }

  private Finding finding(Open open) {
    Report report = Report.by(this, open.site().place());
    report =
        switch (open.gap()) {
          case FAILURE ->
              report
                  .says(
                      "'%s' is completed when '%s' gets a value, and never when it gets a failure",
                      open.name(), open.on().orElseThrow().display())
                  .label("not reached after a failure");
          case WAY ->
              report
                  .says(
                      "'%s' is completed on one way through this code, and stays open on another",
                      open.name())
                  .label("not reached on every way");
        };
    return report
        .help("complete it on every way, with the failure where there is one, or return the stage")
        .build();
  }
}
