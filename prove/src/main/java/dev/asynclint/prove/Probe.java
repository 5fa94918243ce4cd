package dev.asynclint.prove;

/** Watches what a library does for a program. */
interface Probe extends AutoCloseable {
  /** Watches nothing. */
  Probe NONE =
      new Probe() {
        @Override
        public void cancelled() {}

        @Override
        public void close() {}
      };

  /** The program has cancelled what it had started: what goes on all the same is put down. */
  void cancelled();

  /** Puts down what it saw, and stops. */
  @Override
  void close();
}
