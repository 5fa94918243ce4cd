package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** What services cannot show, or would take for something else. */
final class LimitsTest {
  private static final String NASTY = "a <b> & \"c\" ]]> %0A :: , `d` | \u0001 \uD83D\uDE00\nnext";

  @TempDir private Path folder;

  private ScanResult with(List<Finding> findings) {
    List<Reported> reported = new ArrayList<>();
    for (Finding finding : findings) {
      reported.add(new Reported(finding, Optional.empty(), "", "ff:" + reported.size()));
    }
    return Sample.in(folder).with(reported, List.of());
  }

  private Finding finding(Severity severity, Confidence confidence, String message) {
    return new Finding(
        "stall-in-async",
        severity,
        confidence,
        Sample.in(folder).findings().get(0).finding().location(),
        message,
        "",
        List.of(),
        "",
        List.of());
  }

  private String written(Format format, List<Finding> findings) {
    return Sample.written(format.report(Style.PLAIN, true, 1, notice -> {}), with(findings));
  }

  @Test
  void githubShowsTenOfALevelTheSurestFirst() {
    List<Finding> findings = new ArrayList<>();
    IntStream.range(0, 12)
        .forEach(i -> findings.add(finding(Severity.WARNING, Confidence.MEDIUM, "unsure")));
    findings.add(finding(Severity.WARNING, Confidence.HIGH, "sure"));
    IntStream.range(0, 12)
        .forEach(i -> findings.add(finding(Severity.INFO, Confidence.HIGH, "known")));

    List<String> lines = written(Format.GITHUB, findings).lines().toList();

    assertThat(lines).filteredOn(line -> line.startsWith("::warning ")).hasSize(10);
    assertThat(lines).filteredOn(line -> line.startsWith("::notice ")).hasSize(10);
    assertThat(lines.get(0)).endsWith("::sure");
    assertThat(lines.get(lines.size() - 1)).contains("::6 more findings");
  }

  @Test
  void notesAreNoFailedTests() {
    String text =
        written(
            Format.JUNIT,
            List.of(
                finding(Severity.WARNING, Confidence.HIGH, "mend it"),
                finding(Severity.INFO, Confidence.HIGH, "know it")));

    assertThat(text)
        .contains("<testsuites name=\"asynclint\" tests=\"3\" failures=\"1\">")
        .contains("tests=\"2\" failures=\"1\"")
        .contains("<failure message=\"mend it\"")
        .contains("<system-out>know it\n")
        .doesNotContain("<failure message=\"know it\"");
  }

  @Test
  void githubCommandsStayOnTheirLine() {
    assertThat(
            written(Format.GITHUB, List.of(finding(Severity.ERROR, Confidence.HIGH, "50 %\n::x"))))
        .endsWith("::50 %25%0A::x\n")
        .hasLineCount(1);
  }

  @Test
  void markdownThatIsTooLongIsCut() {
    String long1 = "x".repeat(400_000);
    Finding finding = finding(Severity.ERROR, Confidence.HIGH, long1);

    String text = written(Format.MD, List.of(finding, finding, finding, finding));

    assertThat(text.length()).isLessThan(1_000_000);
    assertThat(text).endsWith("\n2 more findings are left out here.\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"JUNIT", "CHECKSTYLE"})
  void xmlHoldsEveryMessage(Format format) throws Exception {
    String xml = written(format, List.of(finding(Severity.ERROR, Confidence.HIGH, NASTY)));

    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    String tag = format == Format.JUNIT ? "failure" : "error";
    assertThat(((Element) root.getElementsByTagName(tag).item(0)).getAttribute("message"))
        .isEqualTo(NASTY.replace('\u0001', '\uFFFD'));
  }

  @ParameterizedTest
  @EnumSource(names = {"JUNIT", "CHECKSTYLE", "MD", "GITLAB", "RDJSON", "GITHUB"})
  void nothingFoundIsAReportToo(Format format) {
    String report = written(format, List.of());

    assertThat(report.isEmpty()).isEqualTo(format == Format.GITHUB);
    assertThat(report).doesNotContain("stall-in-async");
  }
}
