package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.NestedResults;
import dev.asynclint.core.facts.NestedResults.Nested;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports asynchronous results wrapped into asynchronous results and lost there. */
@AutoService(Rule.class)
@AsyncRule(
    id = "nested-async-value",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.WARNING,
    summary = "Future or publisher wrapped into another one and lost in it",
    why =
        """
        A function that returns a future, given to a member that wraps what functions return, makes a
        future of a future. The next stage goes on as soon as the outer one is complete: it does not
        wait for the inner one and never sees it fail. An inner publisher that is cold never even runs.
        """,
    bad =
        """
        Mono<Void> ship(Mono<String> orders) {
          return orders.map(order -> send(order)).then(); // expect: nested-async-value
        }

        Mono<String> send(String order) {
          return Mono.fromSupplier(order::trim);
        }
        """,
    good =
        """
        Mono<Void> ship(Mono<String> orders) {
          return orders.flatMap(order -> send(order)).then();
        }

        Mono<String> send(String order) {
          return Mono.fromSupplier(order::trim);
        }
        """,
    whenNot =
        """
        When the inner result is meant to run on by itself. Say so with a stage that starts it and
        hears of its failure.
        """,
    limits =
        """
        A wrapped result that is returned, stored or handed to another function is not followed; one
        that is flattened later is right.
        """,
    imports = {"reactor.core.publisher.Mono"},
    references = {
      "java.util.concurrent.CompletionStage.thenCompose",
      "Reactor reference: which operator do I need, transforming a sequence"
    },
    fix = FixSafety.SUGGESTED)
public final class NestedAsyncValue implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return NestedResults.of(program).lost().map(this::finding);
  }

  private Finding finding(Nested found) {
    String what = found.neverRuns() ? "never runs" : "is not waited for and fails unseen";
    String help = found.flat().isEmpty() ? "flatten it" : "call " + found.flat() + " instead";
    return Report.by(this, found.site().place())
        .says("the %s inside the result of '%s' %s", found.inner(), found.site().display(), what)
        .label("wraps the " + found.inner())
        .help(help)
        .fix("Call " + found.flat(), found.edits())
        .build();
  }
}
