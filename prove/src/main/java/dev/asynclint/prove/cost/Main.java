package dev.asynclint.prove.cost;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Poll;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Measures one call in this process, which then ends: the first call of a process can be made but
 * once. Takes the id of the call; prints one line, {@code cost} and the numbers or {@code failed}
 * and the reason.
 */
public final class Main {
  private Main() {}

  /** Measures; the exit status is 0, or 1 when the call failed. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err);
    int status = 0;
    try (Bench bench = new Bench()) {
      Call call =
          Catalogue.byId(arguments[0])
              .orElseThrow(() -> new IllegalArgumentException("there is no call of that id"));
      AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build();
      Sampler sampler =
          new Sampler(Instruments.ofThisMachine(), body -> onWorker(runtime, body), Sampler.WARM);
      Cost cost = sampler.measure(call.setUp().in(bench));
      out.println("cost " + (Catalogue.computes(call) ? cost.computing() : cost).line());
    } catch (Throwable e) {
      e.printStackTrace();
      out.println("failed " + e);
      status = 1;
    }
    out.flush();
    Runtime.getRuntime().halt(status);
  }

  private static void onWorker(AsyncRuntime runtime, Sampler.Polls.Body body) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    runtime.spawn(
        cx -> {
          try {
            body.run();
            done.complete(null);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
          return Poll.ready(null);
        });
    try {
      done.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
