package dev.asynclint.prove;

import dev.asynclint.runtime.budget.Budgets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one program some times and measures each run. */
final class Trial {
  private static final int RUNS = 3;

  private final Claim claim;
  private final Budgets budgets;
  private final Set<Long> left = new HashSet<>();

  Trial(Claim claim, Budgets budgets) {
    this.claim = claim;
    this.budgets = budgets;
  }

  /**
   * What each run read. The first one, which loads classes, is left out; where threads stop for
   * ever, which takes long to tell, it counts.
   *
   * @throws Exception when the program fails
   */
  List<Evidence.Reading> measure(Class<? extends Twin> program) throws Exception {
    List<Evidence.Reading> readings = new ArrayList<>();
    for (int run = claim.meter() == Meter.STUCK ? 1 : -1; run < RUNS; run++) {
      Evidence.Reading reading = once(program);
      if (run >= 0) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private Evidence.Reading once(Class<? extends Twin> program) throws Exception {
    Evidence evidence = new Evidence(program, claim.meter());
    Throwable failed;
    AtomicReference<Throwable> failure = new AtomicReference<>();
    try (Stage stage = new Stage(evidence, claim, budgets);
        Trace trace = Trace.of(claim.meter(), claim.type(), evidence)) {
      Twin twin = program.getDeclaredConstructor().newInstance();
      Thread.setDefaultUncaughtExceptionHandler((thread, e) -> stage.failed(e));
      Thread main =
          new Thread(
              () -> {
                try {
                  twin.run(stage);
                } catch (Throwable e) {
                  failure.set(e);
                }
              },
              "twin");
      main.setDaemon(true);
      Pump pump = new Pump(evidence, stage, left, Twins.hasVirtualThreads(program.getName()));
      main.start();
      pump.run(main);
      // What fails later fails because the stage is taken down.
      failed = failure.get();
      trace.finish(stage::peakLevel);
      left.addAll(pump.threads());
      stage.finish();
    }
    if (failed instanceof Exception e) {
      throw e;
    } else if (failed instanceof Error e) {
      throw e;
    }
    return evidence.worst();
  }
}
