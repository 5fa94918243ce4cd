package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.ScannedFile;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Finding.Step;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as text: whole, without anything from elsewhere, and with no way out of its data. */
final class HtmlReportTest {
  static final String NASTY =
      "</script><script>alert(1)</script><!-- &amp; \"q\" 'a' ${x} {{data}} \u2028 \u202E end";

  @TempDir private Path folder;

  private static String written(ScanResult result) {
    return Sample.written(new HtmlReport(), result);
  }

  /** What is the same in every report is not repeated in the golden file. */
  @Test
  void reportIsAsWrittenDown() throws IOException {
    String now =
        written(Sample.in(folder))
            .replace(Tool.version(), "VERSION")
            .replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(?s)<script>.*?</script>", "<script></script>")
            .replaceAll("'sha256-[^']*'", "'sha256-…'");
    if (System.getProperty("golden") != null) {
      Files.writeString(Path.of(System.getProperty("golden")).resolve("sample.html"), now);
    }
    assertThat(now).isEqualTo(Sample.golden("sample.html"));
  }

  /** A scan in which everything that can be text is out to break the page. */
  static ScanResult nasty(Path folder) throws IOException {
    ScanResult sample = Sample.in(folder);
    Files.writeString(
        folder.resolve("src/shop/Orders.java"),
        Sample.ORDERS.replace("/* 注文 */", "/* " + NASTY + " */"));
    List<Reported> findings = new ArrayList<>();
    for (Reported one : sample.findings()) {
      Finding finding = one.finding();
      findings.add(
          new Reported(
              new Finding(
                  finding.ruleId(),
                  finding.severity(),
                  finding.confidence(),
                  finding.location(),
                  NASTY,
                  NASTY,
                  List.of(new Step(finding.location(), NASTY, 0)),
                  NASTY,
                  finding.fixes()),
              one.rule(),
              NASTY,
              NASTY));
    }
    Summary read = sample.summary();
    Summary summary =
        new Summary(
            read.files(),
            read.lines(),
            1,
            0,
            read.calls(),
            List.of(NASTY),
            17,
            List.of(new ScannedFile("src/shop/Orders.java", NASTY, 7, List.of(NASTY))));
    return new ScanResult(
        folder,
        sample.rules(),
        findings,
        List.of(),
        summary,
        List.of(new Problem(NASTY, 1, 1, NASTY, Problem.Kind.SYNTAX)),
        sample.sources(),
        List.of());
  }

  @Test
  void nothingFromSourcesBecomesMarkup() throws IOException {
    String page = written(nasty(folder));

    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContain("\u202E")
        .contains("&lt;/script");
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
    assertThat(texts(data(page))).contains(NASTY.replace('\u202E', '\uFFFD'));
  }

  private static List<String> texts(JsonNode data) {
    List<String> texts = new ArrayList<>();
    data.at("/texts").forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void onlyWhatIsInThePageRuns() throws Exception {
    String page = written(Sample.in(folder));

    for (String element : List.of("style", "script")) {
      Matcher body = Pattern.compile("(?s)<%1$s>(.*?)</%1$s>".formatted(element)).matcher(page);
      assertThat(body.find()).isTrue();
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(body.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(page)
          .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(page).contains("default-src 'none'");
    assertThat(
            page.replace("http://www.w3.org/2000/svg", "").replaceAll("https://example[^\"]*", ""))
        .doesNotContain("http:", "https:", "unsafe-inline", "innerHTML", " style=\"", " onclick");
  }

  @Test
  void pageOfACleanScanSaysSo() {
    String page = written(Sample.in(folder).with(List.of(), List.of()));

    assertThat(page).contains("aria-label=\"No findings\"").doesNotContain("hot-spots");
  }

  /** Lines and texts that findings share are in the page once. */
  @Test
  void equalFindingsShareTheirTexts() throws IOException {
    Reported one = Sample.in(folder).findings().get(0);
    List<Reported> many =
        Stream.generate(
                () ->
                    new Reported(
                        one.finding().with(Severity.WARNING),
                        Optional.empty(),
                        one.callable(),
                        "f"))
            .limit(500)
            .toList();

    JsonNode data = data(written(Sample.in(folder).with(many, List.of())));

    assertThat(data.at("/findings")).hasSize(500);
    assertThat(data.at("/texts")).hasSizeLessThan(12);
    assertThat(data.at("/files")).hasSize(1);
    assertThat(data.at("/findings/0/2").asInt()).isEqualTo(Confidence.HIGH.ordinal());
  }
}
