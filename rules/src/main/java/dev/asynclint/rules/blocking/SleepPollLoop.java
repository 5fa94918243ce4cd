package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Polling;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports loops that sleep until something of the program has changed. */
@AutoService(Rule.class)
@AsyncRule(
    id = "sleep-poll-loop",
    family = Family.BLOCKING,
    severity = Severity.INFO,
    summary = "Loop that sleeps until a future, flag or counter of the program has changed",
    why =
        """
        The loop notices the change up to one sleep too late, wakes the processor for nothing until then,
        and keeps a thread all the time. Whoever makes the change could wake the waiter at once.
        """,
    bad =
        """
        String result(Future<String> answer) throws Exception {
          while (!answer.isDone()) {
            Thread.sleep(50); // expect: sleep-poll-loop
          }
          return answer.get();
        }
        """,
    good =
        """
        String result(Future<String> answer) throws Exception {
          return answer.get();
        }
        """,
    whenNot =
        """
        When what is polled is outside the program and tells nobody when it changes: a file, another
        service, a sensor. Such loops are not reported.
        """,
    limits =
        """
        Only loops that do nothing else are reported. A field counts when the program writes it after its
        object was made.
        """,
    imports = {"java.util.concurrent.Future"},
    references = {
      "java.util.concurrent.CountDownLatch",
      "SEI CERT THI03-J: always invoke wait() and await() methods inside a loop"
    })
public final class SleepPollLoop implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Polling.of(program)
        .polls()
        .filter(poll -> poll.sleeps().isPresent())
        .map(poll -> finding(poll, poll.sleeps().get()));
  }

  private Finding finding(Polling.Poll poll, CallSite sleep) {
    return Report.by(this, poll.place())
        .says(
            "'%s' in a loop polls '%s', which other code of the program changes",
            sleep.display(), poll.what())
        .label("up to one sleep too late")
        .help("wait for the change itself: a future, a latch, a condition, a blocking queue")
        .build();
  }
}
