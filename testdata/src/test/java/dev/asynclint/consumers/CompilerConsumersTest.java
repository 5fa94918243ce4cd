package dev.asynclint.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.cli.report.Format;
import dev.asynclint.cli.report.Style;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.Scan;
import dev.asynclint.cli.scan.ScanRequest;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Selection;
import dev.asynclint.cli.scan.Timing;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds projects that use the plugin of the compiler. */
@Tag("slow")
class CompilerConsumersTest {
  private static final Path CONSUMERS = Path.of("consumers");

  private static LocalRepository repository;

  @TempDir private Path folder;

  @BeforeAll
  static void install() throws IOException {
    repository = LocalRepository.in(Path.of("target"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "forked"})
  void oneModuleShowsTheWayAndKeepsAReport(String consumer) throws Exception {
    onThisJdk(consumer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-process", "forked"})
  void sameOn25(String consumer) throws Exception {
    expectOneModule(consumer, build(consumer, jdk25()));
  }

  @Test
  void helperOfAnotherModuleCounts() throws Exception {
    expectTwoModules(build("multi-module", Path.of(System.getProperty("java.home"))));
  }

  @Test
  void helperOfAnotherModuleCountsOn25() throws Exception {
    expectTwoModules(build("multi-module", jdk25()));
  }

  private void onThisJdk(String consumer) throws Exception {
    expectOneModule(consumer, build(consumer, Path.of(System.getProperty("java.home"))));
  }

  private void expectOneModule(String consumer, String said) {
    assertThat(said)
        .contains("BUILD SUCCESS")
        .contains("Receipts.java:[14,", "[CommonPoolBlocking]")
        .contains("path: 1  Checkout.java:8", "Checkout.java:8     calls Receipts.print")
        .contains("Receipts.java:10      calls Receipts.number");
    assertThat(folder.resolve(consumer).resolve("target/asynclint.sarif"))
        .content()
        .contains("\"ruleId\": \"common-pool-blocking\"", "Receipts.java");
  }

  /** A finding keeps its name whoever looks, so that services tell new ones from known ones. */
  @Test
  void fingerprintsAreThoseOfAScan() throws Exception {
    build("in-process", Path.of(System.getProperty("java.home")));
    Path project = folder.resolve("in-process");
    SourceFiles.Query query =
        new SourceFiles.Query(project, List.of("src"), List.of(), true, false);
    ScanRequest request =
        new ScanRequest(
            query,
            new Selection(List.of(), List.of()),
            Config.NONE,
            Confidence.MEDIUM,
            List.of(),
            false,
            OptionalInt.of(17),
            StandardCharsets.UTF_8,
            1,
            (done, all) -> {});
    ScanResult result =
        new Scan(new JavaParserFrontEnd(), KnowledgeFiles::shipped, new Timing())
            .run(request, SourceFiles.find(query), RuleSet.installed());
    StringWriter log = new StringWriter();
    Format.SARIF.report(Style.PLAIN, false, 0, left -> {}).write(result, log);

    assertThat(prints(Files.readString(project.resolve("target/asynclint.sarif"))))
        .isEqualTo(prints(log.toString()))
        .isNotEmpty();
  }

  /** The fingerprints of each result, in order. */
  private static List<String> prints(String log) {
    return Pattern.compile("\"(?:primaryLocationLineHash|asynclint/v1)\"\\s*:\\s*\"[^\"]*\"")
        .matcher(log)
        .results()
        .map(found -> found.group().replaceAll("\\s", ""))
        .sorted()
        .toList();
  }

  @Test
  void readmeShowsWhatIsBuilt() throws Exception {
    String said = build("in-process", Path.of(System.getProperty("java.home")));
    String pom = stripped(Files.readString(CONSUMERS.resolve("in-process/pom.xml")));

    assertThat(pom).contains(stripped(readme("<artifactId>maven-compiler-plugin")));
    assertThat(pom).contains(stripped(readme("<profiles>")));
    assertThat(Files.readString(CONSUMERS.resolve("in-process/.mvn/jvm.config")))
        .isEqualTo(readme("--add-exports"));
    assertThat(readme("[WARNING] Receipts").lines().skip(1)).allMatch(said::contains);
    assertThat(said)
        .contains(readme("[WARNING] Receipts").lines().findFirst().orElseThrow().substring(10));
  }

  /** The code block of the README that has a text in its first lines. */
  private static String readme(String start) throws IOException {
    String[] blocks = Files.readString(Path.of("../README.md")).split("(?m)^```\\w*\n");
    return Stream.of(blocks)
        .filter(block -> block.lines().limit(2).anyMatch(line -> line.contains(start)))
        .findFirst()
        .orElseThrow();
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private void expectTwoModules(String said) {
    assertThat(said)
        .contains("BUILD SUCCESS")
        .contains("Checkout.java:[9,", "'Receipts.print' waits on the CPU pool")
        .contains("calls Receipts.print of another module")
        .contains("Receipts.java:11 calls Receipts.number")
        .contains("Receipts.java:15 'CompletableFuture.join' waits here");
  }

  private String build(String consumer, Path jdk) throws IOException, InterruptedException {
    Path project = folder.resolve(consumer);
    LocalRepository.copy(CONSUMERS.resolve(consumer), project);
    return MavenBuild.run(project, jdk, repository, "compile").said();
  }

  private static Path jdk25() throws IOException {
    Optional<Path> named = Optional.ofNullable(System.getenv("JDK25_HOME")).map(Path::of);
    Optional<Path> found = named.or(CompilerConsumersTest::installed25);
    assumeTrue(found.isPresent(), "no JDK 25 here; name it in JDK25_HOME");
    return found.orElseThrow();
  }

  private static Optional<Path> installed25() {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> home.getFileName().toString().contains("25"))
          .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
