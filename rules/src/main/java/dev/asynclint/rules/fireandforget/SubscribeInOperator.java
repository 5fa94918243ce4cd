package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Subscriptions;
import dev.asynclint.core.facts.Subscriptions.Inner;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports chains subscribed by a function that an operator of another chain calls. */
@AutoService(Rule.class)
@AsyncRule(
    id = "subscribe-in-operator",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.WARNING,
    summary = "Chain subscribed inside an operator of another chain",
    why =
        """
        The outer chain goes on without the inner one: it does not wait for it, does not see it fail,
        does not cancel it, hands it no context and puts no bound on how many run at a time. Under
        load the inner chains pile up, and an error in one of them is dropped.
        """,
    bad =
        """
        Flux<String> audit(Flux<String> orders, Journal journal) {
          return orders.doOnNext(order -> journal.write(order).subscribe()); // expect: subscribe-in-operator
        }

        interface Journal {
          Mono<Void> write(String entry);
        }
        """,
    good =
        """
        Flux<String> audit(Flux<String> orders, Journal journal) {
          return orders.concatMap(order -> journal.write(order).thenReturn(order));
        }

        interface Journal {
          Mono<Void> write(String entry);
        }
        """,
    whenNot =
        """
        Work that is detached on purpose, such as the refresh of a cache. Give it a handler for its
        failure, and it is not reported.
        """,
    limits = "Only subscriptions that nobody hears of and nobody can cancel are reported.",
    imports = {"reactor.core.publisher.Flux", "reactor.core.publisher.Mono"},
    references = {
      "Reactor reference: nothing happens until you subscribe",
      "Reactor FAQ: how do I use an operator that returns a publisher"
    })
public final class SubscribeInOperator implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Subscriptions.of(program).inOperators().map(this::finding);
  }

  private Finding finding(Inner found) {
    return Report.by(this, found.subscribe().place())
        .says(
            "'%s' inside '%s' starts a chain that nothing waits for, cancels or hears fail",
            found.subscribe().display(), found.operator().display())
        .label("detached from the chain around")
        .help("return it from an operator that takes publishers (flatMap, concatMap, then)")
        .build();
  }
}
