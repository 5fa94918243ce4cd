package dev.asynclint.prove;

import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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

  /** The sources of the twins of a rule. */
  public record Sources(String bad, String good) {}

  /** The rules that have twins, in order, with the sources. */
  public SortedMap<String, Sources> sources() {
    try {
      if (Files.isDirectory(home)) {
        return sources(home.resolve(PACKAGE));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return sources(jar.getPath(PACKAGE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, Sources> sources(Path folder) throws IOException {
    SortedMap<String, Sources> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> rules = Files.list(folder)) {
      for (Path rule : rules.filter(each -> Files.exists(each.resolve("Bad.java"))).toList()) {
        String name = rule.getFileName().toString().replace("/", "").replace('_', '-');
        found.put(
            name,
            new Sources(
                Files.readString(rule.resolve("Bad.java")),
                Files.readString(rule.resolve("Good.java"))));
      }
    }
    return found;
  }

  /** The name of a file of a twin, as compilers want it. */
  public static String file(String rule, String twin) {
    return PACKAGE + "/" + rule.replace('-', '_') + "/" + twin + ".java";
  }

  /**
   * Measures the twins of a rule in a process of their own.
   *
   * @param given budgets other than the documented ones, as {@link BudgetText} reads them
   */
  public Measured measure(String rule, Map<String, String> given) {
    Claim claim = claim(rule);
    long budget = budget(claim.budget(), BudgetText.read(given, (name, fault) -> {}));
    List<Measured.Run> bad = new ArrayList<>();
    List<Measured.Run> good = new ArrayList<>();
    String fault = "";
    try {
      String said = fork(rule, claim, given);
      for (String line : said.lines().toList()) {
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
    return new Measured(rule, claim.meter(), claim.budget(), budget, bad, good, fault);
  }

  private static Measured.Run run(String[] words) {
    return new Measured.Run(Long.parseLong(words[1]), Integer.parseInt(words[2]));
  }

  /** What the bad twin of a rule claims. */
  public Claim claim(String rule) {
    URL[] urls = classPath.stream().map(Twins::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, Twins.class.getClassLoader())) {
      Claim claim = loader.loadClass(packageOf(rule) + ".Bad").getAnnotation(Claim.class);
      if (claim == null) {
        throw new IllegalStateException("the bad twin of " + rule + " claims nothing");
      }
      return claim;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("the twins of " + rule + " cannot be loaded", e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String packageOf(String rule) {
    return PACKAGE + "." + rule.replace('-', '_');
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

  private String fork(String rule, Claim claim, Map<String, String> given)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off"));
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    if (claim.meter().recorded() == Meter.Recorded.ALLOCATIONS) {
      // No other collector sends every allocation to where it is recorded.
      command.addAll(List.of("-XX:-UseTLAB", "-XX:+UseG1GC"));
    } else {
      command.add("-XX:+UseSerialGC");
    }
    String path =
        String.join(
            System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList());
    command.addAll(List.of("-cp", path, Main.class.getName(), packageOf(rule)));
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
