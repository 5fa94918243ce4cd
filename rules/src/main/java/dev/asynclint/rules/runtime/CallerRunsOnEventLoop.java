package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Feeding;
import dev.asynclint.core.facts.Feeding.OnLoop;
import dev.asynclint.core.facts.Pool;
import dev.asynclint.core.facts.Pools;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports event loops that have to run the tasks they meant to hand away. */
@AutoService(Rule.class)
@AsyncRule(
    id = "caller-runs-on-event-loop",
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    summary = "Full executor has the event loop run its tasks",
    why =
        """
        Work is handed from an event loop to a pool so that the loop stays free. A pool that answers
        a full queue by having the caller run the task gives it back at the worst moment: under load
        the event loop does the slow work itself, and every connection it serves stands still with
        it. The rejection that was meant as a brake stops the whole service.
        """,
    bad =
        """
        private final ExecutorService pool =
            new ThreadPoolExecutor(
                8,
                8,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(100),
                new ThreadPoolExecutor.CallerRunsPolicy());

        void serve(HttpServer server, Consumer<HttpServerRequest> slow) {
          server.requestHandler(
              request -> pool.execute(() -> slow.accept(request))); // expect: caller-runs-on-event-loop
        }
        """,
    good =
        """
        private final ExecutorService pool =
            new ThreadPoolExecutor(
                8, 8, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));

        void serve(HttpServer server, Consumer<HttpServerRequest> slow) {
          server.requestHandler(
              request -> {
                try {
                  pool.execute(() -> slow.accept(request));
                } catch (RejectedExecutionException full) {
                  request.response().setStatusCode(503).end();
                }
              });
        }
        """,
    whenNot =
        """
        When the tasks are as short as what the event loop does anyway.
        """,
    limits =
        """
        Looks at executors whose queue is seen to have a bound; another one refuses nothing before
        it is shut down.
        """,
    imports = {
      "io.vertx.core.http.HttpServer",
      "io.vertx.core.http.HttpServerRequest",
      "java.util.concurrent.ArrayBlockingQueue",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.RejectedExecutionException",
      "java.util.concurrent.ThreadPoolExecutor",
      "java.util.concurrent.TimeUnit",
      "java.util.function.Consumer"
    },
    references = {
      "Java API, CallerRunsPolicy: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ThreadPoolExecutor.CallerRunsPolicy.html"
    },
    wave = 2)
public final class CallerRunsOnEventLoop implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Pools.of(program)
        .all()
        .filter(Pool::callerRuns)
        .filter(pool -> pool.queue().not().certain())
        .flatMap(pool -> Feeding.of(program).onEventLoop(pool))
        .map(this::finding);
  }

  private Finding finding(OnLoop call) {
    return Report.by(this, call.feeder().place())
        .says(
            "when the executor is full, '%s' runs the task here, on the event loop",
            call.feeder().display())
        .label("runs the task itself when there is no room")
        .path(call.path())
        .help("have the executor refuse the task, and answer that the service is busy")
        .confidence(call.confidence())
        .build();
  }
}
