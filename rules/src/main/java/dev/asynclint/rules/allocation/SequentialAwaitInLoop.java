package dev.asynclint.rules.allocation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.SequentialAwaits;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports loops that start work and wait for it before they start the next. */
@AutoService(Rule.class)
@AsyncRule(
    id = "sequential-await-in-loop",
    family = Family.ALLOCATION,
    severity = Severity.INFO,
    summary = "Work of each round waited for before the next round starts",
    why =
        """
        The work is asynchronous, the loop is not: each round starts one task and waits for it, so the
        total time is the sum of all of them, plus a hop to another thread per item. In a lazy stream the
        same happens without a loop in sight, since each item passes all stages before the next one starts.
        """,
    bad =
        """
        List<String> load(List<String> ids, Executor pool) {
          return ids.stream()
              .map(id -> CompletableFuture.supplyAsync(() -> id.trim(), pool))
              .map(CompletableFuture::join) // expect: sequential-await-in-loop
              .toList();
        }
        """,
    good =
        """
        List<String> load(List<String> ids, Executor pool) {
          List<CompletableFuture<String>> all =
              ids.stream().map(id -> CompletableFuture.supplyAsync(() -> id.trim(), pool)).toList();
          return all.stream().map(CompletableFuture::join).toList();
        }
        """,
    whenNot =
        """
        When the order is the point: each step needs what the one before has done, or the other end must
        not get more than one request at a time.
        """,
    limits =
        """
        Loops that may end early, pass a result on to the next round, pause, or send whole batches are not
        reported; nor are those that run until a condition holds.
        """,
    budgets = {"spawnBound"},
    imports = {
      "java.util.List",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Executor"
    },
    references = {
      "java.util.concurrent.CompletableFuture.allOf",
      "java.util.stream: stream operations and pipelines, laziness"
    })
public final class SequentialAwaitInLoop implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return SequentialAwaits.of(program).all(limit).map(this::finding);
  }

  private Finding finding(SequentialAwaits.Await await) {
    String here = await.awaited().display();
    String work = await.started().display();
    Report report = Report.by(this, await.awaited().place()).label("one after the other");
    return await.lazily()
        ? report
            .says(
                "the stream passes each item through '%s' and then '%s' before it takes the next",
                work, here)
            .help("collect the futures into a list first, then wait for each")
            .build()
        : report
            .says("'%s' waits for what '%s' started in the same round", here, work)
            .help("start all of them first, or a few at a time, then wait for allOf")
            .build();
  }
}
