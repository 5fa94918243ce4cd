package dev.asynclint.rules.cancellation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Retries;
import dev.asynclint.core.facts.RetrySite;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports retries without an end and without a pause. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unbounded-retry",
    family = Family.CANCELLATION,
    severity = Severity.WARNING,
    summary = "Retry without a bound and without a pause",
    why =
        """
        What fails at once is tried again at once: a refused connection or a rejected login costs
        microseconds, so one caller makes many thousand attempts a second, each with its exception
        and its log line. It keeps a core busy and hits the service that is down at the very moment
        it tries to come back, together with every other client that does the same. The caller never
        hears of the failure and waits for ever.
        """,
    bad =
        """
        Mono<String> load(Mono<String> answer) {
          return answer.map(String::trim).retry(); // expect: unbounded-retry
        }
        """,
    good =
        """
        Mono<String> load(Mono<String> answer) {
          return answer.map(String::trim).retryWhen(Retry.backoff(5, Duration.ofMillis(200)));
        }
        """,
    whenNot =
        """
        A subscription that has to live as long as the process is rightly resumed for ever, with a
        pause between attempts that grows and has a random part.
        """,
    limits =
        """
        Loops count when they do nothing but try one remote call until it succeeds. A retry that
        asks a function whether to go on is not reported, nor one whose chain has a delay or a
        timeout.
        """,
    imports = {"java.time.Duration", "reactor.core.publisher.Mono", "reactor.util.retry.Retry"},
    references = {
      "Reactor reference: retrying, exponential backoff",
      "Amazon Builders' Library: timeouts, retries and backoff with jitter"
    })
public final class UnboundedRetry implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Retries.of(program).endless().map(this::finding);
  }

  private Finding finding(RetrySite retry) {
    return Report.by(this, retry.place())
        .says(
            retry.loop()
                ? "this loop tries '%s' again at once for as long as it fails"
                : "'%s' subscribes again at once for as long as its source fails",
            retry.what())
        .label("no bound and no pause")
        .help("give up after a few attempts, and wait longer before each, with a random part")
        .build();
  }
}
