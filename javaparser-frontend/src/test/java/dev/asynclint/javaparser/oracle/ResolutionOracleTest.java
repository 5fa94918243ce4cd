package dev.asynclint.javaparser.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the front end to the shares it is meant to reach, with and without a class path. */
@Tag("slow")
class ResolutionOracleTest {
  @TempDir Path temp;

  static Stream<List<String>> workloads() throws Exception {
    return Workload.listed().stream();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void resolvesAsJavacDoes(List<String> artefacts) throws Exception {
    Workload workload = Workload.fetch(artefacts, temp).orElse(null);
    assumeTrue(workload != null, () -> "Maven could not get " + artefacts);
    check(workload, workload.classPath(), "with its class path");
    // As most scans run: with the bundled index alone.
    check(workload, List.of(), "without a class path");
  }

  private static void check(Workload workload, List<Path> known, String how) throws Exception {
    Oracle oracle =
        Oracle.compare(new JavaParserFrontEnd(), workload.root(), workload.classPath(), known);
    String report = workload.name() + " " + how + "\n" + oracle.report();
    System.out.println(report);
    Tally all = oracle.tally(Oracle.ALL);
    assertThat(all.calls()).as(report).isGreaterThan(5_000);
    assertThat(all.receivers(Score.WRONG)).as(report).isLessThanOrEqualTo(0.002);
    assertThat(all.receivers(Score.RIGHT)).as(report).isGreaterThanOrEqualTo(0.95);
    assertThat(oracle.tally(Oracle.KNOWLEDGE).targets(Score.RIGHT))
        .as(report)
        .isGreaterThanOrEqualTo(0.97);
  }
}
