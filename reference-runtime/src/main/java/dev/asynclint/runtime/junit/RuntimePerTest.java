package dev.asynclint.runtime.junit;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The runtime of one run of a test: made before it, judged and closed after it. */
final class RuntimePerTest implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  /** How long threads that nobody controls may take to end what the test began. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Spreads seeds that follow one another over all bits. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final AsyncTest test;
  private final long seed;
  private Spent spent = Spent.UNCHECKED;
  private AsyncRuntime runtime;

  RuntimePerTest(AsyncTest test, long seed) {
    this.test = test;
    this.seed = seed;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    spent = Spent.of(context);
    RuntimeBuilder builder =
        AsyncRuntime.builder()
            .threadName(context.getRequiredTestMethod().getName())
            .operationsPerPoll(spent.budgets().operationsPerPoll())
            .metering(spent.metering())
            .rngSeed(seed == 0 ? 1 : seed * GOLDEN);
    if (test.flavor() == Flavor.CURRENT_THREAD) {
      boolean paused = test.startPaused();
      builder.currentThread().startPaused(paused).detectStalls(paused).explore(seed != 0);
    } else {
      builder.workerThreads(test.workers());
    }
    runtime = builder.build();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (runtime == null) {
      return;
    }
    List<String> faults = new ArrayList<>();
    Throwable failure = context.getExecutionException().orElse(null);
    Leftovers leftovers = new Leftovers(runtime, test.flavor());
    try {
      if (failure == null) {
        leftovers.settle(GRACE);
        faults.addAll(leftovers.faults());
        faults.addAll(spent.faults(runtime.meters()));
      } else if (seed != 0) {
        failure.addSuppressed(
            new AssertionError(
                "with seed " + seed + ": @AsyncTest(seed = " + seed + ") repeats it"));
      }
    } finally {
      if (!runtime.shutdownTimeout(GRACE) && failure == null && faults.isEmpty()) {
        faults.add("a call that blocks still runs " + GRACE.toSeconds() + " s after the test");
      }
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(
          (seed == 0 ? "" : "with seed " + seed + ": ") + String.join("\n", faults));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AsyncRuntime.class && runtime != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return runtime;
  }
}
