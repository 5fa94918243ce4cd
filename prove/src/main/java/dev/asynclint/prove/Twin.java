package dev.asynclint.prove;

/**
 * A small program that is measured: {@code Bad} shows what a rule is about, {@code Good} does the
 * same work without it. Needs a constructor without parameters; each run makes a new one.
 */
@FunctionalInterface
public interface Twin {
  /**
   * Does the work once, on a thread of its own.
   *
   * @param stage what the program runs on and asks for answers
   * @throws Exception when the program is wrong; that is no measurement
   */
  void run(Stage stage) throws Exception;
}
