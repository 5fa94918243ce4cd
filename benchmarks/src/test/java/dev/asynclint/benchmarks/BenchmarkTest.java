package dev.asynclint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run; how fast is not for a test to say. */
class BenchmarkTest {
  static {
    // Others may measure on this machine: nothing is measured here.
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void everyRowNamesBenchmarksThatExist() {
    Set<String> there =
        Stream.of(
                SpawnBenchmark.class,
                TurnBenchmark.class,
                ChannelBenchmark.class,
                TimerBenchmark.class,
                TimerBenchmark.Workers.class,
                MeteringBenchmark.class,
                EchoBenchmark.class)
            .flatMap(BenchmarkTest::names)
            .collect(Collectors.toSet());
    assertThat(Row.all().stream().flatMap(row -> Stream.of(row.ours(), row.theirs())))
        .isSubsetOf(there);
    assertThat(LatencyTable.LINES.stream().flatMap(line -> Stream.of(line.ours(), line.theirs())))
        .isSubsetOf(there);
  }

  private static Stream<String> names(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(Method::getName)
        .flatMap(name -> Stream.of(name, type.getSimpleName() + "." + name));
  }

  @Test
  void oneShortRunOfEachEnds() throws Exception {
    int release = Runtime.version().feature();
    Options options =
        new OptionsBuilder()
            .include("dev.asynclint.benchmarks")
            .exclude(release < 21 ? ".*Virtual$" : "nothing at all")
            .param("messages", "100")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    assertThat(new Runner(options).run())
        .hasSizeGreaterThan(20)
        .extracting(RunResult::getPrimaryResult)
        .allSatisfy(result -> assertThat(result.getScore()).isPositive());
  }
}
