package dev.asynclint.rules.channels;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Refusals;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports attempts that may fail and whose result nobody looks at. */
@AutoService(Rule.class)
@AsyncRule(
    id = "ignored-offer-result",
    family = Family.CHANNELS,
    severity = Severity.INFO,
    summary = "Result of an attempt that may fail is dropped",
    why =
        """
        A bounded queue that is full, a sink nobody listens to, a lock that somebody else holds: the attempt
        does nothing and says so in its result alone. Without a look at it the item is gone without a
        trace, or the code goes on as if it had the lock.
        """,
    bad =
        """
        private final BlockingQueue<String> events = new ArrayBlockingQueue<>(1000);

        void publish(String event) {
          events.offer(event); // expect: ignored-offer-result
        }
        """,
    good =
        """
        private final BlockingQueue<String> events = new ArrayBlockingQueue<>(1000);
        private final AtomicLong dropped = new AtomicLong();

        void publish(String event) {
          if (!events.offer(event)) {
            dropped.incrementAndGet();
          }
        }
        """,
    whenNot =
        """
        When losing the item is the plan, say so by counting what is lost. A queue without a limit never
        refuses, and one with room for a single item is a signal, for which once is enough; neither is
        reported.
        """,
    limits =
        """
        A queue counts as bounded when the place where it is made is in sight.
        """,
    imports = {
      "java.util.concurrent.ArrayBlockingQueue",
      "java.util.concurrent.BlockingQueue",
      "java.util.concurrent.atomic.AtomicLong"
    },
    references = {
      "java.util.concurrent.BlockingQueue: summary of methods",
      "Reactor reference: Sinks, tryEmitNext and EmitResult",
      "java.util.concurrent.locks.Lock.tryLock"
    })
public final class IgnoredOfferResult implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Refusals.of(program).ignored().map(this::finding);
  }

  private Finding finding(Refusals.Ignored call) {
    return switch (call.lost()) {
      case ITEM ->
          report(call, "is full or nobody listens, and the item is lost without a trace")
              .label("may drop the item")
              .help("act on the result: count, log, retry later, or slow the producer down")
              .build();
      case LOCK ->
          report(call, "fails, and what follows runs without the lock")
              .label("may not have the lock")
              .help("go on only when it returns true, or use lock()")
              .build();
      case PERMIT ->
          report(call, "fails, and what follows runs without the permit")
              .label("may not have a permit")
              .help("go on only when it returns true, or use acquire()")
              .build();
    };
  }

  private Report report(Refusals.Ignored call, String then) {
    return Report.by(this, call.site().place())
        .says("nobody sees when '%s' " + then, call.site().display());
  }
}
