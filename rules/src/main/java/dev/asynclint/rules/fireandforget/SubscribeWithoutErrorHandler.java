package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Subscriptions;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports subscriptions whose failures go to nobody. */
@AutoService(Rule.class)
@AsyncRule(
    id = "subscribe-without-error-handler",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.INFO,
    summary = "Subscription without anyone to tell of failures",
    why =
        """
        An error that reaches a subscriber without a handler is dropped or thrown on whatever thread it
        came on: Reactor logs it without the caller, RxJava hands it to the handler of uncaught
        exceptions, Mutiny drops it. The code that subscribed never learns of it.
        """,
    bad =
        """
        void refresh(Mono<String> prices) {
          prices.subscribe(price -> System.out.println(price)); // expect: subscribe-without-error-handler
        }
        """,
    good =
        """
        void refresh(Mono<String> prices) {
          prices.subscribe(
              price -> System.out.println(price), failure -> System.err.println(failure));
        }
        """,
    whenNot =
        """
        Where a hook for dropped errors is set for the whole program. When the program sets it, nothing
        is reported.
        """,
    limits = "Subscribers given as objects are taken to handle failures.",
    imports = {"reactor.core.publisher.Mono"},
    references = {
      "reactor.core.publisher.Hooks.onErrorDropped",
      "RxJava wiki: error handling, what is different in 2.0"
    })
public final class SubscribeWithoutErrorHandler implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Subscriptions.of(program).unheard().map(this::finding);
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says("'%s' tells nobody when the chain fails", call.display())
        .label("no error handler")
        .help("give it a function for errors, or let a stage before it handle them")
        .build();
  }
}
