package dev.asynclint.rules.spawning;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports operators that make remote calls for many elements at a time, for want of a number. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unbounded-flat-map",
    family = Family.SPAWNING,
    severity = Severity.INFO,
    summary = "Remote calls in flatMap without a concurrency of their own",
    why =
        """
        flatMap subscribes to as many inner publishers at a time as the library's default allows:
        256 in Reactor, 128 in RxJava and Mutiny. That default was made for publishers inside the
        process. When each of them is a request or a query, the other end gets that many at once,
        from every caller of this method: connection pools run dry, and requests time out that only
        waited for a connection.
        """,
    bad =
        """
        Flux<String> load(WebClient client, Flux<Long> ids) {
          return ids.flatMap( // expect: unbounded-flat-map
              id -> client.get().uri("/{id}", id).retrieve().bodyToMono(String.class));
        }
        """,
    good =
        """
        Flux<String> load(WebClient client, Flux<Long> ids) {
          return ids.flatMap(
              id -> client.get().uri("/{id}", id).retrieve().bodyToMono(String.class), 8);
        }
        """,
    whenNot =
        """
        When the source has few elements by construction, or a limiter stands behind the client, such
        as a connection pool with a queue long enough. Where the inner publishers are groups or never
        end, a low concurrency makes the chain hang: give one above the number of groups.
        """,
    limits =
        """
        Sees remote calls in the function itself and three calls below it. A source that is a
        parameter counts as one of many elements.
        """,
    budgets = {"spawnBound"},
    imports = {
      "org.springframework.web.reactive.function.client.WebClient",
      "reactor.core.publisher.Flux"
    },
    references = {
      "Flux.flatMap: https://projectreactor.io/docs/core/release/api/reactor/core/publisher/Flux.html",
      "Mutiny: https://smallrye.io/smallrye-mutiny/latest/guides/merging-and-concatenating-streams/"
    })
public final class UnboundedFlatMap implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int bound = Thresholds.of(program).spawnBound();
    return program
        .modelled()
        .filter(call -> call.fansOut(bound - 1).certain())
        .filter(call -> call.isOverData(bound).certain())
        .filter(call -> call.remoteCall().isPresent())
        .map(this::finding);
  }

  private Finding finding(CallSite call) {
    CallSite remote = call.remoteCall().orElseThrow();
    return Report.by(this, call.place())
        .says(
            "'%s' keeps as many calls of '%s' in flight as the operator's default allows",
            call.display(), remote.display())
        .label("no concurrency that limits it")
        .help("give the number of calls the other end can take: flatMap(…, n), or concatMap")
        .build();
  }
}
