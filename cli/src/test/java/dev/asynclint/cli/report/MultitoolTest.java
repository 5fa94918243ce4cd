package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the log against the validator of those who keep the format. It is the program {@code
 * Sarif.Multitool} of the npm package {@code @microsoft/sarif-multitool-linux}, version 5.7.0,
 * named by {@code SARIF_MULTITOOL} or on the path; without it nothing is tested.
 */
@Tag("slow")
final class MultitoolTest {
  private static final int LINES = 600;

  @TempDir private Path folder;
  private String tool;

  @BeforeEach
  void findTool() {
    Optional<String> found =
        Optional.ofNullable(System.getenv("SARIF_MULTITOOL"))
            .or(
                () ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(entry -> entry + "/Sarif.Multitool")
                        .filter(name -> Files.isExecutable(Path.of(name)))
                        .findFirst());
    assumeTrue(found.isPresent(), "no Sarif.Multitool here; name it in SARIF_MULTITOOL");
    tool = found.orElseThrow();
  }

  @Test
  void nothingIsToBeMended() throws Exception {
    assertThat(complaints(Sample.written(new SarifReport(1, n -> {}), Sample.in(folder))))
        .isEmpty();
  }

  @Test
  void faultsAreFound() throws Exception {
    String log = Sample.written(new SarifReport(1, n -> {}), Sample.in(folder));
    assertThat(complaints(log.replaceAll("\"informationUri\": \"[^\"]*\",", "")))
        .containsExactly("SARIF2005");
  }

  /** Rules that see an error or a warning. */
  private List<String> complaints(String log) throws Exception {
    Path file = Files.writeString(folder.resolve("a.sarif"), log);
    Path found = folder.resolve("found.sarif");
    run("validate", file, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", found);
    List<String> rules = new ArrayList<>();
    new ObjectMapper()
        .readTree(found.toFile())
        .at("/runs/0/results")
        .forEach(one -> rules.add(one.path("ruleId").asText()));
    return rules;
  }

  @Test
  void fingerprintsAreEqualOnEveryLine() throws Exception {
    String text = text();
    Path java = Files.writeString(folder.resolve("A.java"), text);
    Sources sources = new Sources(List.of(new Source(java, "A.java")), List.of());
    List<Reported> findings = new ArrayList<>();
    for (int line = 1; line <= LINES; line++) {
      Location place = new Location("A.java", 0, 1, line, 1, line, 1);
      findings.add(
          new Reported(
              new Finding(
                  "stall-in-async",
                  Severity.ERROR,
                  Confidence.HIGH,
                  place,
                  "on line " + line,
                  "",
                  List.of(),
                  "",
                  List.of()),
              Optional.empty(),
              "",
              "ff:" + line));
    }
    ScanResult sample = Sample.in(folder);
    ScanResult scan =
        new ScanResult(
            folder,
            sample.rules(),
            findings,
            List.of(),
            sample.summary(),
            List.of(),
            sources,
            List.of());
    String log = Sample.written(new SarifReport(1, n -> {}), scan);
    String bare =
        log.replaceAll("\"primaryLocationLineHash\": \"[^\"]*\",\\s*", "")
            .replaceFirst(
                "\"%SRCROOT%\": \\{", "\"%SRCROOT%\": {\"uri\": \"" + folder.toUri() + "\",");
    Path theirs = folder.resolve("theirs.sarif");
    run(
        "rewrite",
        Files.writeString(folder.resolve("bare.sarif"), bare),
        "--insert",
        "RollingHashPartialFingerprints",
        "-o",
        theirs);
    assertThat(bare).doesNotContain("primaryLocationLineHash");
    assertThat(hashes(log)).hasSize(LINES).isEqualTo(hashes(Files.readString(theirs)));
  }

  private static List<String> hashes(String log) throws IOException {
    List<String> hashes = new ArrayList<>();
    JsonNode results = new ObjectMapper().readTree(log).at("/runs/0/results");
    results.forEach(
        one -> hashes.add(one.at("/partialFingerprints/primaryLocationLineHash").asText()));
    return hashes;
  }

  /** Lines of few words, so that they come again, with every kind of end and of letter. */
  private static String text() {
    List<String> words = List.of("", " ", "\t", "x = 1;", "}", "注文", "\uD83D\uDE00", "return", "é");
    List<String> ends = List.of("\n", "\n", "\r\n", "\r");
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= LINES; line++) {
      for (int word = random.nextInt(5); word > 0; word--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      text.append(line < LINES ? ends.get(random.nextInt(ends.size())) : "end");
    }
    return text.toString();
  }

  private void run(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
  }
}
