package dev.asynclint.prove.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Measures calls of the catalogue on this machine, each in processes of its own. */
public final class Costs {
  /** Processes a call is measured in. */
  public static final int PROCESSES = 3;

  private static final int SECONDS = 60;

  private final String classPath;

  /**
   * Processes that start with a class path.
   *
   * @param classPath with this module and the reference runtime, as {@code java -cp} takes it
   */
  public Costs(String classPath) {
    this.classPath = classPath;
  }

  /**
   * What came of a measurement.
   *
   * @param cost empty when the call could not be measured
   * @param fault why it could not; else empty
   */
  public record Outcome(Optional<Cost> cost, String fault) {}

  /**
   * Measures a call: the least of some processes.
   *
   * @throws InterruptedException when the thread is asked to stop; the process then ends too
   */
  public Outcome measure(Call call) throws InterruptedException {
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      String said;
      try {
        said = fork(call.id()).lines().findFirst().orElse("");
      } catch (IOException e) {
        said = "failed the process cannot be started: " + e.getMessage();
      }
      if (!said.startsWith("cost ")) {
        String fault = said.startsWith("failed ") ? said.substring("failed ".length()) : "";
        return new Outcome(
            Optional.empty(), fault.isEmpty() ? "the process ended before it had measured" : fault);
      }
      costs.add(Cost.parse(said.substring("cost ".length())));
    }
    return new Outcome(Optional.of(Cost.least(costs)), "");
  }

  private String fork(String id) throws IOException, InterruptedException {
    Path said = Files.createTempFile("asynclint", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-Xshare:auto",
                  "-Xlog:disable",
                  "-Xlog:all=off",
                  "-Djava.awt.headless=true",
                  "-cp",
                  classPath,
                  Main.class.getName(),
                  id)
              .redirectOutput(said.toFile())
              .redirectError(
                  System.getenv("ASYNCLINT_DEBUG") == null
                      ? ProcessBuilder.Redirect.DISCARD
                      : ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          return "failed it took longer than " + SECONDS + " seconds";
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }
}
