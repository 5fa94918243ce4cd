package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.Place;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reports whatever keeps a thread of a pool that is made for computing. */
@AutoService(Rule.class)
@AsyncRule(
    id = "common-pool-blocking",
    family = Family.BLOCKING,
    severity = Severity.WARNING,
    summary = "Blocking call or wait on the common pool or another pool made for computing",
    why =
        """
        The common pool, and with it CompletableFuture without an executor and parallel streams, has one
        thread less than the machine has cores; the parallel and computation schedulers of reactive
        libraries have as many as cores. All code of the process shares them. A handful of tasks that
        wait for a database or for one another keep all of them: whatever else was handed to the pool,
        by any library, stands still until they go on, or for good if it is what they wait for.
        """,
    bad =
        """
        CompletableFuture<String> page(HttpClient client, HttpRequest request) {
          return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return client.send(request, BodyHandlers.ofString()).body(); // expect: common-pool-blocking
                } catch (IOException | InterruptedException e) {
                  throw new CompletionException(e);
                }
              });
        }
        """,
    good =
        """
        CompletableFuture<String> page(HttpClient client, HttpRequest request) {
          return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
        }
        """,
    whenNot =
        """
        A command line tool that has nothing else to do may use the common pool for a few blocking
        calls. ForkJoinPool.ManagedBlocker lets the pool make up for a thread that blocks.
        """,
    limits =
        """
        A fork/join pool adds threads while its tasks wait in join of a CompletableFuture, up to a limit
        of 256; such waits are reported all the same, since the added threads come late and only there.
        File operations count only where they stand in the task itself, and questions about a file when
        they were measured to take longer than a poll may. Of all that keeps one task's
        thread, the call that is nearest to the task is reported.
        """,
    budgets = {"eventLoopWait", "pollTime"},
    imports = {
      "java.io.IOException",
      "java.net.http.HttpClient",
      "java.net.http.HttpRequest",
      "java.net.http.HttpResponse",
      "java.net.http.HttpResponse.BodyHandlers",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.CompletionException"
    },
    references = {
      "java.util.concurrent.ForkJoinPool",
      "java.util.concurrent.CompletableFuture",
      "Reactor reference: Schedulers.parallel and Schedulers.boundedElastic"
    })
public final class CommonPoolBlocking implements Rule {
  /** One question to the file system, with the answer mostly in memory. */
  private static final String METADATA = "metadata";

  @Override
  public Stream<Finding> check(Program program) {
    Map<Place, BlockedThread> tasks = new LinkedHashMap<>();
    Cut.CPU_POOL
        .in(program)
        .forEach(call -> tasks.merge(call.path().get(0).place(), call, CommonPoolBlocking::nearer));
    return tasks.values().stream().map(this::finding);
  }

  /** A task that keeps its thread is one fault, however often it does so: the nearest speaks. */
  private static BlockedThread nearer(BlockedThread one, BlockedThread other) {
    if (one.meant().isEmpty() != other.meant().isEmpty()) {
      return one.meant().isEmpty() ? one : other;
    }
    if (isMinor(one) != isMinor(other)) {
      return isMinor(one) ? other : one;
    }
    return other.path().size() < one.path().size() ? other : one;
  }

  private static boolean isMinor(BlockedThread call) {
    return call.kind().equals(METADATA) || call.occasional();
  }

  private Finding finding(BlockedThread call) {
    return Cut.fill(Report.by(this, call.site().place()), call)
        .atMost(isMinor(call) ? Severity.INFO : Severity.WARNING)
        .build();
  }
}
