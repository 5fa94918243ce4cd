package dev.asynclint.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a project of two modules that uses the Maven plugin. */
@Tag("slow")
class MavenPluginTest {
  private static final Path CONSUMER = Path.of("consumers/maven-plugin");
  private static final String CHECKOUT = "app/src/main/java/shop/Checkout.java";
  private static final String WAIT = "receipts.number(order).join()";

  private static LocalRepository repository;

  @TempDir private Path folder;
  private Path project;

  @BeforeAll
  static void install() throws IOException {
    repository = LocalRepository.in(Path.of("target/maven-plugin-test"));
  }

  @BeforeEach
  void copy() throws IOException {
    project = folder.resolve("project");
    LocalRepository.copy(CONSUMER, project);
  }

  private MavenBuild maven(String... arguments) throws IOException, InterruptedException {
    return MavenBuild.run(project, Path.of(System.getProperty("java.home")), repository, arguments);
  }

  private void replace(String file, String before, String after) throws IOException {
    Path path = project.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }

  @Test
  void findingFailsTheModuleItStandsIn() throws Exception {
    MavenBuild build = maven("verify");

    assertThat(build.status()).as(build.said()).isNotZero();
    assertThat(build.said())
        .contains("[INFO] 0 findings: 0 errors, 0 warnings, 0 info")
        .contains("[WARNING] warning[common-pool-blocking]: 'CompletableFuture.join' waits")
        .contains("on project app: 1 finding of severity warning or worse, " + CHECKOUT + ":15:")
        .doesNotContain("\tat ");
    assertThat(project.resolve("app/target/asynclint/asynclint.sarif"))
        .content()
        .contains("\"uri\": \"" + CHECKOUT + "\"", "common-pool-blocking");
    assertThat(project.resolve("store/target/asynclint/asynclint.sarif")).exists();
    assertThat(build.said().lines()).containsAll(lines(readme("[WARNING] warning[")));
    assertThat(stripped(Files.readString(project.resolve("pom.xml"))))
        .contains(stripped(readme("<artifactId>asynclint-maven-plugin")));
  }

  @Test
  void mendedProjectPasses() throws Exception {
    replace(CHECKOUT, "supplyAsync(() -> " + WAIT + ")", "completedFuture(order)");
    replace(CHECKOUT, "completedFuture(order)", "completedFuture(\"\" + order)");

    MavenBuild build = maven("-T2", "verify");

    assertThat(build.status()).as(build.said()).isZero();
  }

  @Test
  void modulesTogetherShowWhatNoneShowsAlone() throws Exception {
    MavenBuild build =
        maven(
            "package",
            "asynclint:aggregate",
            "-Dasynclint.console=concise",
            "-Dasynclint.formats=json");

    assertThat(build.status()).as(build.said()).isNotZero();
    assertThat(build.said())
        .contains(CHECKOUT + ":15:")
        .contains("store/src/main/java/store/Receipts.java:21:")
        .contains("2 findings of severity warning or worse, the first, " + CHECKOUT + ":15:");
    assertThat(project.resolve("target/asynclint/asynclint.json")).exists();
  }

  @Test
  void baselineHidesWhatIsKnownAndNothingElse() throws Exception {
    MavenBuild made = maven("package", "asynclint:baseline");
    assertThat(made.status()).as(made.said()).isZero();
    assertThat(made.said()).contains("asynclint-baseline.json: 4 findings known");

    MavenBuild known = maven("verify", "-Dasynclint.baseline=asynclint-baseline.json");
    assertThat(known.status()).as(known.said()).isZero();

    String last = "(() -> receipts.print(order));\n";
    String member = "  }\n\n  CompletableFuture<String> again(int order) {\n";
    String waits = "    return CompletableFuture.supplyAsync(() -> " + WAIT + ");\n";
    replace(CHECKOUT, last, last + member + waits);
    MavenBuild more = maven("verify", "-Dasynclint.baseline=asynclint-baseline.json");
    assertThat(more.status()).isNotZero();
    assertThat(more.said()).contains("1 finding of severity warning or worse");

    MavenBuild again = maven("asynclint:baseline");
    assertThat(again.said())
        .contains("asynclint-baseline.json: is already there; -Dasynclint.update replaces it");
  }

  @Test
  void reportLetsTheBuildGoOn() throws Exception {
    MavenBuild build =
        maven(
            "package",
            "asynclint:report",
            "-Dasynclint.formats=md,checkstyle=target/deep/er/style.xml");

    assertThat(build.status()).as(build.said()).isZero();
    assertThat(build.said())
        .contains("report: app/target/asynclint/asynclint.md")
        .contains("3 findings: 0 errors, 1 warning, 2 info");
  }

  @Test
  void parametersThatAreWrongAreToldTogether() throws Exception {
    Files.writeString(project.resolve("asynclint.toml"), "[rules]\nselekt = []\n");

    MavenBuild build =
        maven(
            "verify",
            "-Dasynclint.failOn=warnin",
            "-Dasynclint.select=nothing-like-it",
            "-Dasynclint.baseline=none.json",
            "-Dasynclint.console=txt",
            "-Dasynclint.minConfidence=much");

    assertThat(build.status()).isNotZero();
    assertThat(build.said())
        .contains("failOn: 'warnin' is not one of error, warning, info; did you mean 'warning'?")
        .contains("asynclint.toml:2:1: ")
        .contains("unknown rule, family or wave 'nothing-like-it'")
        .contains("none.json: cannot be read")
        .contains("console: unknown format 'txt'")
        .contains("minConfidence: 'much' is not one of")
        .doesNotContain("\tat ");
  }

  @Test
  void skipDoesNothing() throws Exception {
    MavenBuild build = maven("verify", "-Dasynclint.skip", "-Dasynclint.failOn=nonsense");

    assertThat(build.status()).as(build.said()).isZero();
    assertThat(build.said()).contains("asynclint is skipped");
  }

  @Test
  void sourcesInAnotherEncodingAreRead() throws Exception {
    Path file = project.resolve(CHECKOUT);
    String text = Files.readString(file).replace("few threads", "few thr\u00E4ds");
    Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThat(maven("verify").said()).contains(CHECKOUT + ": is not UTF-8 text");
    MavenBuild build = maven("verify", "-Dproject.build.sourceEncoding=ISO-8859-1");
    assertThat(build.said()).contains("1 finding of severity warning or worse");
  }

  /** The code block of the README that has a text in its first lines. */
  private static String readme(String start) throws IOException {
    String[] blocks = Files.readString(Path.of("../README.md")).split("(?m)^```\\w*\n");
    return Stream.of(blocks)
        .filter(block -> block.lines().limit(4).anyMatch(line -> line.contains(start)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
