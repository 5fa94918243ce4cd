package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.DroppedResults;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports lazy results that are dropped, so that their work never happens. */
@AutoService(Rule.class)
@AsyncRule(
    id = "dropped-cold-publisher",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.ERROR,
    summary = "Cold publisher dropped, so what it describes never happens",
    why =
        """
        A Mono, Flux, Uni or Single describes work; it starts when somebody subscribes. A call whose
        publisher is dropped reads like a statement and does nothing at all: nothing is saved, sent or
        deleted, and no exception tells.
        """,
    bad =
        """
        Mono<Void> rename(Store store, String id, String name) {
          store.audit(id); // expect: dropped-cold-publisher
          return store.save(id, name);
        }

        interface Store {
          Mono<Void> audit(String id);

          Mono<Void> save(String id, String name);
        }
        """,
    good =
        """
        Mono<Void> rename(Store store, String id, String name) {
          return store.audit(id).then(store.save(id, name));
        }

        interface Store {
          Mono<Void> audit(String id);

          Mono<Void> save(String id, String name);
        }
        """,
    whenNot =
        """
        A method may do its work at once and return a publisher for form's sake. Callers cannot rely on
        that; where its body is part of the program and does so, it is not reported.
        """,
    limits =
        """
        Results that are kept in a variable and not used there are not reported, nor are those that
        come out of collections, suppliers and other generic members.
        """,
    imports = {"reactor.core.publisher.Mono"},
    references = {
      "Reactor reference: nothing happens until you subscribe",
      "Reactive Streams specification: Publisher.subscribe"
    })
public final class DroppedColdPublisher implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return DroppedResults.of(program).cold().map(this::finding);
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says(
            "nothing subscribes to the %s that '%s' returns: the call does nothing",
            call.resultType(), call.display())
        .label("never subscribed")
        .help("return it, or join it to the chain that is returned (then, flatMap, concatWith)")
        .build();
  }
}
