package dev.asynclint.rules.cpu;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.LoopWork;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import java.time.Duration;
import java.util.stream.Stream;

/** Reports costly computations on event loops. */
@AutoService(Rule.class)
@AsyncRule(
    id = "cpu-loop-on-event-loop",
    family = Family.CPU,
    severity = Severity.INFO,
    summary = "Computation that takes long on an event loop",
    why =
        """
        A password hash or a key pair takes tens to hundreds of milliseconds of processor time on
        purpose. On an event loop every connection and timer of that loop waits for it; a few log-ins
        at the same time stop the service as surely as a slow query would.
        """,
    bad =
        """
        void keys(Vertx vertx, KeyPairGenerator generator, Promise<KeyPair> made) {
          vertx.runOnContext(
              ready -> made.complete(generator.generateKeyPair())); // expect: cpu-loop-on-event-loop
        }
        """,
    good =
        """
        Future<KeyPair> keys(Vertx vertx, KeyPairGenerator generator) {
          return vertx.executeBlocking(() -> generator.generateKeyPair());
        }
        """,
    whenNot =
        """
        Once while the server starts, or where the load is known to be a few such calls a minute.
        """,
    limits =
        """
        Costly calls are those that knowledge files say need much processor time. Where the cost table
        has what such a call takes, it counts when that is longer than a poll may be. Loops of the
        program itself are not weighed.
        """,
    budgets = {"pollTime"},
    wave = 2,
    imports = {
      "io.vertx.core.Future",
      "io.vertx.core.Promise",
      "io.vertx.core.Vertx",
      "java.security.KeyPair",
      "java.security.KeyPairGenerator"
    },
    references = {
      "Vert.x core manual: running blocking code",
      "OWASP password storage: work factors"
    })
public final class CpuLoopOnEventLoop implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    Duration poll = Thresholds.of(program).pollTime();
    return LoopWork.of(program).all(poll).map(this::finding);
  }

  private Finding finding(LoopWork.Work work) {
    return Report.by(this, work.call().place())
        .says("'%s' computes for long on the event loop that runs it", work.call().display())
        .label(work.cost().map(CpuLoopOnEventLoop::label).orElse("keeps the event loop busy"))
        .path(work.path())
        .help("run it on a worker pool and go on with its result")
        .confidence(work.confidence())
        .build();
  }

  private static String label(LoopWork.Cost cost) {
    return "keeps the event loop busy; took %s where it was measured, see %s in the cost table"
        .formatted(Words.about(cost.time()), cost.row());
  }
}
