package dev.asynclint.rules.cancellation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Interrupts;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports handlers that take a request to stop and tell nobody. */
@AutoService(Rule.class)
@AsyncRule(
    id = "swallowed-interrupt",
    family = Family.CANCELLATION,
    severity = Severity.WARNING,
    summary = "Interrupt caught and neither passed on nor restored",
    why =
        """
        Interrupting a thread is how Java asks work to stop: shutdownNow(), Future.cancel(true), a
        structured scope that fails and a container that shuts down all do it. A wait answers with
        an InterruptedException and takes the thread's mark away, so the handler is the only place
        that still knows. If it merely logs, the caller takes the missing result for a real one, a
        loop goes on waiting, and the pool cannot be stopped: shutdown hangs until it is killed.
        """,
    bad =
        """
        void pause() {
          try {
            Thread.sleep(200);
          } catch (InterruptedException e) { // expect: swallowed-interrupt
            LOG.log(Level.INFO, "woken up", e);
          }
        }

        static final Logger LOG = Logger.getLogger("pauses");
        """,
    good =
        """
        void pause() {
          try {
            Thread.sleep(200);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        """,
    whenNot =
        """
        Where the code owns the thread and an interrupt only wakes it up to look at a flag of its
        own, nothing is lost; a loop that tests such a flag in the body of a thread is not reported,
        nor is a task that ends after the handler.
        """,
    limits =
        """
        Silent whenever the handler may tell somebody: it throws anything, sets a field or a flag,
        leaves the loop around it, hands the exception to anything but a logger, or calls what
        cannot be seen. A handler of Exception counts only when a call in the block is known to
        answer to interrupts. Wrapping the exception without restoring the mark is not reported.
        """,
    fix = FixSafety.SUGGESTED,
    imports = {"java.util.logging.Level", "java.util.logging.Logger"},
    references = {
      "java.lang.Thread: interrupt()",
      "The Java Tutorials, Concurrency: Interrupts",
      "SEI CERT Java THI00-J and TPS02-J"
    })
public final class SwallowedInterrupt implements Rule {
  private static final Interrupts.Remedy REMEDY =
      new Interrupts.Remedy("java.lang.Thread", ".currentThread().interrupt();");

  @Override
  public Stream<Finding> check(Program program) {
    return Interrupts.of(program).swallowed(REMEDY).map(this::finding);
  }

  private Finding finding(dev.asynclint.core.facts.SwallowedInterrupt one) {
    String what = one.waiting().isEmpty() ? "a wait" : "'" + one.waiting() + "'";
    return Report.by(this, one.place())
        .says(
            "this handler of %s swallows the interrupt that ends %s%s",
            one.caught(), what, consequence(one))
        .label("takes the thread's interrupt mark away and tells nobody")
        .path(one.path())
        .help(
            one.repeats()
                ? "leave the loop, and call Thread.currentThread().interrupt() or rethrow"
                : "call Thread.currentThread().interrupt() here, or let the exception through")
        .fix("Restore the interrupt", one.fix())
        .build();
  }

  private static String consequence(dev.asynclint.core.facts.SwallowedInterrupt one) {
    if (one.asks()) {
      return ", so the loop that asks for it never ends";
    }
    return one.repeats() ? ", and the loop goes on" : "";
  }
}
