package dev.asynclint.rules.channels;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Groups;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports groups that are subscribed to a few at a time, so that the others block the source. */
@AutoService(Rule.class)
@AsyncRule(
    id = "group-by-concurrency-hang",
    family = Family.CHANNELS,
    severity = Severity.WARNING,
    summary = "Groups subscribed to a few at a time, while the rest blocks the source",
    why =
        """
        A group keeps its items until somebody subscribes to it. When as many groups are open as are
        subscribed to at a time, and an item for another one fills that one's buffer, the source stops; the
        open groups wait for the source to complete, and neither ever goes on. It works with the few keys
        of a test and hangs with those of production.
        """,
    bad =
        """
        Flux<String> perUser(Flux<String> events) {
          return events
              .groupBy(event -> event.substring(0, 8))
              .concatMap(user -> user.map(String::trim)); // expect: group-by-concurrency-hang
        }
        """,
    good =
        """
        Flux<String> perUser(Flux<String> events) {
          return events
              .groupBy(event -> event.substring(0, 8))
              .flatMap(user -> user.map(String::trim), Integer.MAX_VALUE);
        }
        """,
    whenNot =
        """
        When there are never more keys than groups at a time, or each group ends early by itself. Keys that
        are truth values or constants of an enum count as few.
        """,
    limits =
        """
        Only the operator right behind the grouping is looked at.
        """,
    budgets = {"spawnBound"},
    imports = {"reactor.core.publisher.Flux"},
    references = {"Reactor: Flux.groupBy, notes on low concurrency", "RxJava: Flowable.groupBy"},
    wave = 2)
public final class GroupByConcurrencyHang implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int bound = Thresholds.of(program).spawnBound();
    return Groups.of(program).starved(bound, bound).map(this::finding);
  }

  private Finding finding(Groups.Starved starved) {
    String few = starved.atATime() == 1 ? "one group" : starved.atATime() + " groups";
    return Report.by(this, starved.subscribes().place())
        .says(
            "'%s' subscribes to %s at a time, and the others stop '%s' when they are full",
            starved.subscribes().display(), few, starved.groups().display())
        .label(few + " at a time")
        .help("use flatMap with at least as many groups at a time as there are keys")
        .build();
  }
}
