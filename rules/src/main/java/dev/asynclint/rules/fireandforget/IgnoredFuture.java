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

/** Reports futures that are dropped, so that nobody learns of failures. */
@AutoService(Rule.class)
@AsyncRule(
    id = "ignored-future",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.INFO,
    summary = "Future dropped, so nobody learns that its work failed",
    why =
        """
        What goes wrong in the work behind a future is kept in the future. When the call that returns
        it stands as a statement, the exception is never logged and never seen, and the caller goes on
        as if all was well; nor does it know when the work is over.
        """,
    bad =
        """
        void place(Orders orders, String order) {
          orders.send(order); // expect: ignored-future
        }

        interface Orders {
          CompletableFuture<Void> send(String order);
        }
        """,
    good =
        """
        CompletableFuture<Void> place(Orders orders, String order) {
          return orders.send(order);
        }

        interface Orders {
          CompletableFuture<Void> send(String order);
        }
        """,
    whenNot =
        """
        Work that is allowed to fail unseen, and that logs for itself. Let the method that starts it
        say so: mark it @CanIgnoreReturnValue, or return nothing.
        """,
    limits =
        """
        The last stage of a chain is not reported, nor are schedules, channel writes, closing, and tasks
        in which nothing is seen to throw outside a handler.
        """,
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {
      "java.util.concurrent.Future: get and its ExecutionException",
      "java.util.concurrent.CompletionStage: exceptional completion"
    })
public final class IgnoredFuture implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return DroppedResults.of(program).hot().map(this::finding);
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says(
            "the %s that '%s' returns is dropped: if the work fails, nobody is told",
            call.resultType(), call.display())
        .label("result dropped")
        .help("return it, combine it with what is returned, or handle its failure here")
        .build();
  }
}
