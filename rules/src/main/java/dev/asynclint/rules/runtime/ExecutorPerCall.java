package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Lifetimes;
import dev.asynclint.core.facts.Lifetimes.ShortLived;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports executors, clients and event loops that are made for a single call. */
@AutoService(Rule.class)
@AsyncRule(
    id = "executor-per-call",
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    summary = "Executor or client made for each call",
    why =
        """
        An executor starts threads, a client opens a selector and connections, an event loop group
        does both for every core. Made in a method, all of that is paid again with each call, and no
        connection is ever used twice. When the method does not shut it down, its threads outlive the
        call: after a few thousand calls the process has no threads left to make.
        """,
    bad =
        """
        Future<String> load(Callable<String> source) {
          ExecutorService pool = Executors.newFixedThreadPool(4); // expect: executor-per-call
          return pool.submit(source);
        }
        """,
    good =
        """
        private final ExecutorService pool = Executors.newFixedThreadPool(4);

        Future<String> load(Callable<String> source) {
          return pool.submit(source);
        }
        """,
    whenNot =
        """
        In a job that runs once, such as a migration at start, a pool of its own that is shut down at
        the end is the simplest way to bound and to await its tasks; that is not reported.
        """,
    limits =
        """
        Sees what is made and used in one method. What is returned, kept in a field or handed to
        other code is taken to be somebody's to close. A builder's product counts where knowledge
        files say that building it is expensive.
        """,
    imports = {
      "java.util.concurrent.Callable",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.concurrent.Future"
    },
    references = {
      "Java API, ExecutorService, shutdown: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ExecutorService.html",
      "Java API, HttpClient, use one for many requests: https://docs.oracle.com/en/java/javase/21/docs/api/java.net.http/java/net/http/HttpClient.html"
    })
public final class ExecutorPerCall implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Lifetimes.of(program)
        .all()
        .filter(one -> one.repeated() || !one.closed())
        .map(this::finding);
  }

  private Finding finding(ShortLived one) {
    String often = one.path().isEmpty() ? "each call" : "each request";
    return Report.by(this, one.made().place())
        .says(
            one.closed()
                ? "'%s' makes an %s for %s and ends it again"
                : "'%s' makes an %s for %s that nothing ever shuts down",
            one.made().display(),
            one.what().equals("executor") ? "executor" : "expensive " + one.what(),
            often)
        .label(one.closed() ? "paid for again each time" : "its threads outlive the call")
        .path(one.path())
        .help("make it once, keep it in a field, and shut it down with its owner")
        .build();
  }
}
