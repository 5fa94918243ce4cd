package dev.asynclint.rules.capture;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CapturedState;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Step;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reports tasks that keep a large object alive for the sake of a small part of it. */
@AutoService(Rule.class)
@AsyncRule(
    id = "oversized-capture",
    family = Family.CAPTURE,
    severity = Severity.WARNING,
    summary = "Closure that runs later keeps a large object alive but needs a small part of it",
    why =
        """
        A closure that waits keeps everything it captured. Thousands of waiting tasks, timers and
        callbacks that each hold a buffer, the rows of a query or a request body for the sake of its
        length or one value are thousands of such objects the garbage collector may not touch.
        """,
    bad =
        """
        CompletableFuture<Void> log(ScheduledExecutorService timer, Executor pool) {
          byte[] body = new byte[65536];
          return CompletableFuture.runAsync(
              () -> System.out.println(body.length), pool); // expect: oversized-capture
        }
        """,
    good =
        """
        CompletableFuture<Void> log(ScheduledExecutorService timer, Executor pool) {
          byte[] body = new byte[65536];
          int length = body.length;
          return CompletableFuture.runAsync(() -> System.out.println(length), pool);
        }
        """,
    whenNot =
        """
        When the object lives as long as the program anyway, or the task must see a value that
        changes after it was made.
        """,
    budgets = {"taskStateWarnBytes"},
    imports = {
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Executor",
      "java.util.concurrent.ScheduledExecutorService"
    },
    references = {"tokio-console: large-future lint"})
public final class OversizedCapture implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program
        .captures()
        .filter(
            state ->
                state.holdsMuch()
                    || state.bytes().orElse(0) > Thresholds.of(program).taskStateWarnBytes())
        .map(this::finding);
  }

  private Finding finding(CapturedState state) {
    List<Step> steps = new ArrayList<>();
    state.made().ifPresent(made -> steps.add(new Step(made.place(), "makes what is kept", 0)));
    steps.add(new Step(state.keeper().place(), "keeps the closure until it has run", 0));
    steps.add(new Step(state.place(), "uses '" + state.asked() + "' alone", 1));
    return Report.by(this, state.place())
        .says(
            "the closure given to '%s' keeps '%s' (%s) alive but uses only '%s'",
            state.keeper().display(), state.variable(), content(state), state.asked())
        .label("all that is used of '" + state.variable() + "'")
        .path(steps)
        .help("put '" + state.asked() + "' into a local variable and capture that instead")
        .build();
  }

  private static String content(CapturedState state) {
    if (state.bytes().isPresent()) {
      return state.bytes().getAsLong() + " bytes";
    }
    return state
        .made()
        .map(made -> "all that '" + made.display() + "' gave")
        .orElse(state.type().substring(state.type().lastIndexOf('.') + 1));
  }
}
