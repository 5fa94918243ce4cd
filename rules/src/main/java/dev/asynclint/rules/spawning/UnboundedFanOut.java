package dev.asynclint.rules.spawning;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Started;
import dev.asynclint.core.facts.Subscriptions;
import dev.asynclint.core.facts.Subscriptions.Inner;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports work that is started once per item, however many items there are. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unbounded-fan-out",
    family = Family.SPAWNING,
    severity = Severity.INFO,
    summary = "Work started for every item without a limit",
    why =
        """
        A hundred items work in the test; a hundred thousand in production start a hundred thousand
        threads, requests or connections at once. Memory, sockets and the service at the other end
        give out long before the work is done.
        """,
    bad =
        """
        void resize(List<Path> images, Consumer<Path> resizer) {
          ExecutorService pool = Executors.newCachedThreadPool();
          for (Path image : images) {
            pool.execute(() -> resizer.accept(image)); // expect: unbounded-fan-out
          }
        }
        """,
    good =
        """
        void resize(List<Path> images, Consumer<Path> resizer) {
          ExecutorService pool = Executors.newFixedThreadPool(8);
          for (Path image : images) {
            pool.execute(() -> resizer.accept(image));
          }
        }
        """,
    whenNot =
        """
        When the number of items is small by construction, or each task is a connection that somebody
        else has already limited.
        """,
    limits =
        """
        Loops over a parameter count as loops over any number of items. An executor that comes from
        outside the program counts as bounded.
        """,
    budgets = {"spawnBound"},
    imports = {
      "java.nio.file.Path",
      "java.util.List",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.function.Consumer"
    },
    references = {
      "Java API, Semaphore and ThreadPoolExecutor: bounds and rejection",
      "Vert.x core manual: composing futures"
    })
public final class UnboundedFanOut implements Rule {
  /** Threads have rules of their own. */
  private static final Set<Started> OTHERS = Set.of(Started.THREAD, Started.VIRTUAL_THREAD);

  @Override
  public Stream<Finding> check(Program program) {
    int bound = Thresholds.of(program).spawnBound();
    Set<CallSite> detached =
        Subscriptions.of(program).inOperators().map(Inner::subscribe).collect(Collectors.toSet());
    return program
        .modelled()
        .filter(call -> call.spawnsWithoutLimit().filter(s -> !OTHERS.contains(s)).isPresent())
        .filter(call -> !detached.contains(call))
        .filter(call -> call.isRepeatedOverData(bound).and(call.isThrottled().not()).certain())
        .map(this::finding);
  }

  private Finding finding(CallSite call) {
    String what = call.spawnsWithoutLimit().orElseThrow().text();
    return Report.by(this, call.place())
        .says("'%s' adds %s for every item, without a limit", call.display(), what)
        .label("one more for each item")
        .help("take a permit from a Semaphore before each start, or use a bounded executor")
        .build();
  }
}
