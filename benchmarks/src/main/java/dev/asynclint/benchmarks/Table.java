package dev.asynclint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all rows in rounds, each benchmark in a process of its own in each, and writes medians
 * of the ratios of one round: what else the machine does then meets both sides alike.
 */
public final class Table {
  private static final int RELEASE = Runtime.version().feature();
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<String, double[]> scores = new LinkedHashMap<>();
  private final int rounds;
  private final LatencyTable latencies;

  private Table(int rounds) {
    this.rounds = rounds;
    this.latencies = new LatencyTable(rounds);
  }

  /**
   * Measures and writes the table.
   *
   * @param args how many rounds, at least 1, and the file
   */
  public static void main(String[] args) throws RunnerException, IOException {
    if (args.length != 2 || !args[0].matches("[1-9][0-9]?")) {
      System.err.println("usage: Table ROUNDS FILE, with 1 to 99 rounds");
      System.exit(2);
    }
    Table table = new Table(Integer.parseInt(args[0]));
    Path file = Path.of(args[1]).toAbsolutePath();
    if (!Files.isDirectory(file.getParent())) {
      System.err.println(file.getParent() + ": no such folder");
      System.exit(2);
    }
    String text = table.measure();
    Path partial = Files.createTempFile(file.getParent(), "benchmarks", ".tmp");
    Files.writeString(partial, text);
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    System.out.print(text);
  }

  private static List<Row> rows() {
    return Row.all().stream().filter(row -> row.sinceJava() <= RELEASE).toList();
  }

  private String measure() throws RunnerException {
    Set<String> names = new LinkedHashSet<>();
    rows()
        .forEach(
            row -> {
              names.add(row.ours());
              names.add(row.theirs());
            });
    for (int round = 0; round < rounds; round++) {
      for (String name : names) {
        double score = run(name).getPrimaryResult().getScore();
        scores.computeIfAbsent(name, n -> new double[rounds])[round] = score;
        System.err.printf(Locale.ROOT, "round %d: %s %.1f%n", round + 1, name, score);
      }
      latencies.measure(round);
    }
    return text(allocated("PendingBenchmark.pending"), allocated("PendingBenchmark.spawn"));
  }

  private static RunResult run(String name) throws RunnerException {
    return run(name, 4, TimeValue.milliseconds(300));
  }

  /** One benchmark in a process of its own: so many iterations to warm up, as many that count. */
  static RunResult run(String name, int iterations, TimeValue time) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("\\." + name + "$")
                .forks(1)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .jvmArgs("-Xmx2g")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle();
  }

  private static double allocated(String name) throws RunnerException {
    return run(name).getSecondaryResults().get(ALLOCATED).getScore();
  }

  private String text(double pending, double spawn) {
    List<String> lines = new ArrayList<>();
    lines.add("| what | beside | time, ours / theirs | of rounds | at most |  |");
    lines.add("|---|---|---|---|---|---|");
    for (Row row : rows()) {
      Ratios ratios = Ratios.of(scores.get(row.ours()), scores.get(row.theirs()));
      lines.add(
          String.format("| %s | %s | %s", row.what(), row.baseline(), ratios.cells(row.most())));
    }
    lines.add("");
    lines.add(latencies.text());
    return String.format(
        Locale.ROOT,
        "Java %d, %d processors, %d rounds, %d workers. A poll that ends pending allocates %.1f"
            + " bytes, a task without a result %.1f.%n%n%s%n",
        RELEASE,
        Runtime.getRuntime().availableProcessors(),
        rounds,
        Engines.WORKERS,
        pending,
        spawn,
        String.join(System.lineSeparator(), lines));
  }
}
