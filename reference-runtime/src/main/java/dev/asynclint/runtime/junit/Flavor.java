package dev.asynclint.runtime.junit;

/** Which threads poll the tasks of a test. */
public enum Flavor {
  /** The thread of the test, while it waits in {@code blockOn}: the same steps in every run. */
  CURRENT_THREAD,

  /** Workers of their own, with a clock that runs. */
  MULTI_THREAD
}
