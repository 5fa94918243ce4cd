package dev.asynclint.rules.copying;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Expansions;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports items that are collected only to be passed on one by one again. */
@AutoService(Rule.class)
@AsyncRule(
    id = "collect-then-expand",
    family = Family.COPYING,
    severity = Severity.INFO,
    summary = "All items collected into a list that is taken apart at once",
    why =
        """
        The first item waits for the last, and all of them are in memory together: the pipeline turns into
        two, with a list in the middle that nobody looks at. With an endless source nothing ever comes out.
        """,
    bad =
        """
        Flux<String> names(Flux<String> ids) {
          return ids.collectList().flatMapIterable(all -> all).map(String::trim); // expect: collect-then-expand
        }
        """,
    good =
        """
        Flux<String> names(Flux<String> ids) {
          return ids.map(String::trim);
        }
        """,
    whenNot =
        """
        When no item may pass before the source has completed without an error, which deserves a comment.
        Sorting, counting or checking the list in between is a use and not reported.
        """,
    limits =
        """
        Stages of java.util.stream are left alone: there a list in the middle may be what starts all work
        before the first wait.
        """,
    fix = FixSafety.SUGGESTED,
    imports = {"reactor.core.publisher.Flux"},
    references = {
      "Reactor: Flux.collectList and Mono.flatMapIterable",
      "RxJava: Observable.toList and Single.flattenAsObservable"
    })
public final class CollectThenExpand implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Expansions.of(program).all().map(this::finding);
  }

  private Finding finding(Expansions.Pair pair) {
    return Report.by(this, pair.gathers().place())
        .says(
            "'%s' waits for all items, and '%s' passes them on one by one again",
            pair.gathers().display(), pair.expands().display())
        .label("a list nobody looks at")
        .help("leave out both, and the items pass as they come")
        .fix("leave out both stages", pair.withoutBoth())
        .build();
  }
}
