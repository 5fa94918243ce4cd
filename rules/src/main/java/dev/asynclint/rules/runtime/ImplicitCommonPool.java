package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports asynchronous stages that name no executor. */
@AutoService(Rule.class)
@AsyncRule(
    id = "implicit-common-pool",
    family = Family.RUNTIME,
    severity = Severity.INFO,
    summary = "Asynchronous stage without an executor",
    why =
        """
        Without an executor the function runs on the common pool of the JVM: about as many threads
        as there are cores, shared with every parallel stream and every library that names no
        executor either. Its threads have the class loader of the system and no request's context.
        In a container with one core there is no common pool at all: each task gets a thread of its
        own. Where a function runs, and how many run at a time, is then nobody's decision.
        """,
    bad =
        """
        CompletableFuture<String> load(Supplier<String> source) {
          return CompletableFuture.supplyAsync(source); // expect: implicit-common-pool
        }
        """,
    good =
        """
        private final Executor executor = Executors.newFixedThreadPool(8);

        CompletableFuture<String> load(Supplier<String> source) {
          return CompletableFuture.supplyAsync(source, executor);
        }
        """,
    whenNot =
        """
        Short computations that never block are what the common pool is for. Blocking work there has
        a rule of its own.
        """,
    limits =
        """
        Stages started in a loop are left to the rule about their number. A subclass of
        CompletableFuture that has a default executor of its own is taken for one
        without.
        """,
    imports = {
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Executor",
      "java.util.concurrent.Executors",
      "java.util.function.Supplier"
    },
    references = {
      "Java API, CompletableFuture: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/CompletableFuture.html",
      "Java API, ForkJoinPool.commonPool: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ForkJoinPool.html"
    })
public final class ImplicitCommonPool implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program
        .modelled()
        .filter(CallSite::takesTheCommonPool)
        .filter(call -> !call.standsInLoop())
        .map(this::finding);
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says("'%s' names no executor, so the common pool runs its function", call.display())
        .label("runs on the common pool")
        .help("give it the executor that such work is meant to run on")
        .build();
  }
}
