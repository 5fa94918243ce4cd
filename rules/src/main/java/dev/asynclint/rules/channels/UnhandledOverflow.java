package dev.asynclint.rules.channels;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Readiness;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports sources that emit in a loop, however little is asked for. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unhandled-overflow",
    family = Family.CHANNELS,
    severity = Severity.INFO,
    summary = "Source that emits in a loop, into a buffer without a limit",
    why =
        """
        The emitter of such a source never refuses: what the subscriber has not asked for waits in a buffer
        without a limit. A loop that emits a table or a file reads all of it into memory before a slow
        subscriber has seen its first items.
        """,
    bad =
        """
        Flux<String> lines(Iterator<String> file) {
          return Flux.create(
              sink -> {
                while (file.hasNext()) {
                  sink.next(file.next()); // expect: unhandled-overflow
                }
                sink.complete();
              });
        }
        """,
    good =
        """
        Flux<String> lines(Iterator<String> file) {
          return Flux.generate(
              sink -> {
                if (file.hasNext()) {
                  sink.next(file.next());
                } else {
                  sink.complete();
                }
              });
        }
        """,
    whenNot =
        """
        When the loop emits a few items that are in memory anyway; then a source made of the collection is
        shorter.
        """,
    limits =
        """
        A test for demand anywhere in the file counts, and so does a wait in the loop.
        """,
    budgets = {"spawnBound"},
    imports = {"java.util.Iterator", "reactor.core.publisher.Flux"},
    references = {
      "Reactor reference: Flux.create and its overflow strategies",
      "Reactor: Flux.generate"
    },
    wave = 2)
public final class UnhandledOverflow implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return Readiness.of(program).overflowing(limit).map(this::finding);
  }

  private Finding finding(Readiness.Overflow overflow) {
    return Report.by(this, overflow.emits().place())
        .says(
            "'%s' emits whether or not anybody asks, and '%s' buffers all of it",
            overflow.emits().display(), overflow.source().display())
        .label("no test for demand")
        .help("generate items on demand, test what is requested, or choose an overflow strategy")
        .build();
  }
}
