package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.EagerArguments;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import dev.asynclint.runtime.budget.Budgets;
import java.util.stream.Stream;

/** Reports slow calls in arguments of operators that look lazy. */
@AutoService(Rule.class)
@AsyncRule(
    id = "eager-argument-in-lazy-operator",
    family = Family.BLOCKING,
    severity = Severity.WARNING,
    summary =
        "Slow call in an argument that is evaluated when the chain is built, not when it is needed",
    why =
        """
        An argument is evaluated before the operator is called. just(load()) loads on the thread that
        builds the chain, which subscribeOn does not move, and loads once however often the result is
        subscribed. switchIfEmpty(load()), defaultIfEmpty(load()) and orElse(load()) load even when there
        is a value and nobody needs another.
        """,
    bad =
        """
        Mono<Integer> count(JdbcTemplate jdbc) {
          return Mono.just(jdbc.queryForObject(COUNT, Integer.class)) // expect: eager-argument-in-lazy-operator
              .subscribeOn(Schedulers.boundedElastic());
        }

        static final String COUNT = "select count(*) from users";
        """,
    good =
        """
        Mono<Integer> count(JdbcTemplate jdbc) {
          return Mono.fromCallable(() -> jdbc.queryForObject(COUNT, Integer.class))
              .subscribeOn(Schedulers.boundedElastic());
        }

        static final String COUNT = "select count(*) from users";
        """,
    whenNot =
        """
        When the value is needed in any case and the thread that builds the chain may wait for it.
        """,
    limits =
        """
        A value that is computed into a variable first is what it looks like and not reported. Cheap
        arguments, such as constants, getters and questions about a file, are none. A function is evaluated
        later than the argument was, and may not return null where a value could not either.
        """,
    budgets = {"eventLoopWait", "pollTime"},
    imports = {
      "org.springframework.jdbc.core.JdbcTemplate",
      "reactor.core.publisher.Mono",
      "reactor.core.scheduler.Schedulers"
    },
    references = {
      "Reactor reference: Mono.defer and Mono.fromCallable",
      "java.util.Optional: orElse and orElseGet"
    })
public final class EagerArgumentInLazyOperator implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    Budgets budgets = Thresholds.of(program);
    return EagerArguments.of(program, budgets.eventLoopWait(), budgets.pollTime())
        .all()
        .map(this::finding);
  }

  private Finding finding(EagerArguments.Eager eager) {
    String why =
        switch (eager.reason()) {
          case OFFLOADED -> "before the chain is subscribed on its scheduler";
          case SPARE -> "even when the value is not needed";
          case PROMISED -> "while the chain is built, and makes the caller wait";
        };
    String leads = eager.call() == eager.event() ? "" : "leads to a call that ";
    String does = eager.kind().equals("cpu") ? "computes" : Words.waits(eager.kind());
    return Report.by(this, eager.call().place())
        .says(
            "'%s' runs %s: '%s' takes a value",
            eager.call().display(), why, eager.operator().display())
        .label(leads + does)
        .path(eager.path())
        .help("give a function instead: fromCallable(() -> …), defer(() -> …), orElseGet(() -> …)")
        .build();
  }
}
