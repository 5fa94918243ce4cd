package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Finding.Step;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code-scanning services refuse does not get into a log, and the log says so. */
final class SarifLimitsTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  private Reported reported(Severity severity, Confidence confidence, int number, int steps) {
    Location place = Sample.in(folder).findings().get(0).finding().location();
    Finding finding =
        new Finding(
            "stall-in-async",
            severity,
            confidence,
            place,
            "finding " + number,
            "",
            IntStream.range(0, steps).mapToObj(i -> new Step(place, "step " + i, 0)).toList(),
            "",
            List.of());
    return new Reported(finding, Optional.empty(), "", "ff:" + number);
  }

  private ScanResult scan(int infos) {
    List<Reported> findings = new ArrayList<>();
    IntStream.range(0, infos)
        .forEach(i -> findings.add(reported(Severity.INFO, Confidence.HIGH, i, 0)));
    findings.add(reported(Severity.WARNING, Confidence.MEDIUM, infos, 0));
    findings.add(reported(Severity.WARNING, Confidence.HIGH, infos + 1, 0));
    findings.add(reported(Severity.ERROR, Confidence.HIGH, infos + 2, 0));
    return Sample.in(folder).with(findings, List.of());
  }

  private JsonNode run(ScanResult scan, int results, long bytes) throws IOException {
    StringWriter out = new StringWriter();
    new SarifReport(1, notices::add).write(scan, results, bytes, out);
    return new ObjectMapper().readTree(out.toString()).at("/runs/0");
  }

  private static List<String> messages(JsonNode run) {
    return run.at("/results").findValuesAsText("text").stream()
        .filter(text -> text.startsWith("finding "))
        .toList();
  }

  @Test
  void ofTooManyFindingsTheWorstComeFirst() throws IOException {
    JsonNode run = new ObjectMapper().readTree(written(scan(25_000))).at("/runs/0");

    List<String> messages = messages(run);
    assertThat(messages).hasSize(25_000);
    assertThat(messages.subList(0, 4))
        .containsExactly("finding 25002.", "finding 25001.", "finding 25000.", "finding 0.");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo(notices.get(0) + ".");
    assertThat(notices)
        .containsExactly(
            "the SARIF report holds the worst 25000 of 25003 findings: code-scanning services take"
                + " no more");
  }

  private String written(ScanResult scan) {
    return Sample.written(new SarifReport(1, notices::add), scan);
  }

  @Test
  void whatDoesNotCountGoesFirst() throws IOException {
    ScanResult scan = scan(7);
    List<Hidden> hidden =
        IntStream.range(0, 5)
            .mapToObj(i -> reported(Severity.ERROR, Confidence.HIGH, 100 + i, 0))
            .map(one -> new Hidden(one, Hidden.Because.BASELINE, ""))
            .toList();

    JsonNode run = run(scan.with(scan.findings(), hidden), 11, Long.MAX_VALUE);

    assertThat(messages(run)).hasSize(11).startsWith("finding 9.").endsWith("finding 100.");
    assertThat(run.at("/results/0/baselineState").asText()).isEqualTo("new");
  }

  @Test
  void enoughIsLeftOutForTheFileToBeTaken() throws IOException {
    long bytes = 20_000;

    JsonNode run = run(scan(3_000), 25_000, bytes);

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(run.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThat((long) packed.size()).isLessThan(bytes);
    assertThat(messages(run)).hasSizeBetween(100, 2_900).startsWith("finding 3002.");
    assertThat(notices).hasSize(1);
  }

  @Test
  void findingsWithinTheLimitsKeepTheirOrder() throws IOException {
    JsonNode run = run(scan(2), 5, Long.MAX_VALUE);

    assertThat(messages(run)).startsWith("finding 0.").hasSize(5);
    assertThat(notices).isEmpty();
  }

  @Test
  void longPathsLoseTheirMiddle() throws IOException {
    List<Reported> one = List.of(reported(Severity.ERROR, Confidence.HIGH, 1, 1_500));

    JsonNode flow =
        run(Sample.in(folder).with(one, List.of()), 1, Long.MAX_VALUE)
            .at("/results/0/codeFlows/0/threadFlows/0/locations");

    assertThat(flow).hasSize(1_000);
    assertThat(flow.at("/499/location/message/text").asText()).isEqualTo("step 499");
    assertThat(flow.at("/500/location/message/text").asText()).isEqualTo("step 1000");
    assertThat(flow.at("/999/executionOrder").asInt()).isEqualTo(1_000);
  }
}
