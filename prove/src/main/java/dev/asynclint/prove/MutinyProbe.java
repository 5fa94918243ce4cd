package dev.asynclint.prove;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Hears of failures that chains of Mutiny have nobody to tell of. */
final class MutinyProbe {
  private MutinyProbe() {}

  /** Begins to listen, where there is a Mutiny at all; must be closed. */
  static Probe of(Evidence evidence) {
    try {
      Infrastructure.setDroppedExceptionHandler(
          failure -> evidence.add(Meter.FAILURES, evidence.here(), 1));
      return new Probe() {
        @Override
        public void cancelled() {}

        @Override
        public void close() {
          Infrastructure.resetDroppedExceptionHandler();
        }
      };
    } catch (NoClassDefFoundError e) {
      return Probe.NONE;
    }
  }
}
