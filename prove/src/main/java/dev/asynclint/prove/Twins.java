package dev.asynclint.prove;

import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The twins on a class path: {@code twins.<rule>.Bad} and {@code Good}, with their sources. */
public final class Twins {
  /** The package all twins are below. */
  public static final String PACKAGE = "twins";

  private static final int SECONDS = 90;

  /** What the build compiles for. */
  private static final int RELEASE = 17;

  private final List<Path> classPath;
  private final Path home;

  /**
   * Twins that need some jars and folders.
   *
   * @param home the one of them that holds the twins and their sources
   */
  public Twins(List<Path> classPath, Path home) {
    this.classPath = List.copyOf(classPath);
    this.home = home;
  }

  /** The pairs, by name, in order. */
  public SortedMap<String, Pair> pairs() {
    try {
      if (Files.isDirectory(home)) {
        return pairs(home.resolve(PACKAGE));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return pairs(jar.getPath(PACKAGE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, Pair> pairs(Path folder) throws IOException {
    SortedMap<String, Pair> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path one : folders.filter(each -> Files.exists(each.resolve("Bad.java"))).toList()) {
        Pair pair =
            Pair.of(
                one.getFileName().toString().replace("/", ""),
                Files.readString(one.resolve("Bad.java")),
                Files.readString(one.resolve("Good.java")));
        found.put(pair.name(), pair);
      }
    }
    return found;
  }

  /**
   * Measures a pair in a process of its own.
   *
   * @param given budgets other than the documented ones, as {@link BudgetText} reads them
   */
  public Measured measure(Pair pair, Map<String, String> given) {
    long budget = budget(pair.budget(), BudgetText.read(given, (name, fault) -> {}));
    List<Measured.Run> bad = new ArrayList<>();
    List<Measured.Run> good = new ArrayList<>();
    String fault = pair.missing();
    try {
      for (String line : fault.isEmpty() ? run(pair, given).lines().toList() : List.<String>of()) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
          case "bad" -> bad.add(run(words));
          case "good" -> good.add(run(words));
          default -> fault = line;
        }
      }
      if (fault.isEmpty() && (bad.isEmpty() || bad.size() != good.size())) {
        fault = "the process ended before it had measured";
      }
    } catch (IOException e) {
      fault = "the process cannot be started: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fault = "interrupted";
    }
    return new Measured(pair.name(), pair.meter(), pair.budget(), budget, bad, good, fault);
  }

  /** Whether a program may have virtual threads: the name of its folder says so. */
  static boolean hasVirtualThreads(String className) {
    return className.contains("virtual");
  }

  private String run(Pair pair, Map<String, String> given)
      throws IOException, InterruptedException {
    if (pair.from() <= RELEASE) {
      return fork(pair, classPath, given);
    }
    try (Compiled compiled = Compiled.of(pair, classPath)) {
      List<Path> path = new ArrayList<>(classPath);
      path.add(compiled.folder());
      return fork(pair, path, given);
    }
  }

  private static Measured.Run run(String[] words) {
    return new Measured.Run(Long.parseLong(words[1]), Integer.parseInt(words[2]));
  }

  private static long budget(String name, Budgets budgets) {
    for (RecordComponent component : Budgets.class.getRecordComponents()) {
      if (component.getName().equals(name)) {
        try {
          Object value = component.getAccessor().invoke(budgets);
          return value instanceof Duration time ? time.toNanos() : ((Number) value).longValue();
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("accessors of a public record are public", e);
        }
      }
    }
    return Long.parseLong(name);
  }

  private static String fork(Pair pair, List<Path> classPath, Map<String, String> given)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off"));
    command.add("-Djdk.trackAllThreads=true");
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    if (pair.meter().recorded() == Meter.Recorded.ALLOCATIONS) {
      // No other collector sends every allocation to where it is recorded.
      command.addAll(List.of("-XX:-UseTLAB", "-XX:+UseG1GC"));
    } else {
      command.add("-XX:+UseSerialGC");
    }
    String path =
        String.join(
            System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList());
    command.addAll(List.of("-cp", path, Main.class.getName(), pair.binaryPackage()));
    given.forEach((name, text) -> command.add(name + "=" + text));
    Path said = Files.createTempFile("asynclint", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(said.toFile())
              .redirectError(
                  System.getenv("ASYNCLINT_DEBUG") == null
                      ? ProcessBuilder.Redirect.DISCARD
                      : ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return "failed it took longer than " + SECONDS + " seconds";
      }
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }
}
