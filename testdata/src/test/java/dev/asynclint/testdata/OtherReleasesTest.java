package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixtures the build does not compile are Java all the same. */
class OtherReleasesTest {
  private static final Path VERTX_4 = Scenarios.MODULE.resolve("target/vertx4");

  @TempDir private Path out;

  @Test
  void newerFixturesCompile() throws Exception {
    Optional<Path> jdk = newestJdk();
    assumeTrue(jdk.isPresent(), "needs a JDK 25 or newer beside the running one");
    compile(
        jdk.get(),
        Scenarios.ROOTS.get(1),
        System.getProperty("java.class.path"),
        List.of("--release", Integer.toString(release(jdk.get())), "--enable-preview"));
  }

  @Test
  void demoCompiles() throws Exception {
    Optional<Path> jdk = newestJdk();
    assumeTrue(jdk.isPresent(), "needs a JDK 25 or newer beside the running one");
    compile(
        jdk.get(),
        Scenarios.DEMO,
        System.getProperty("java.class.path"),
        List.of("--release", "21"));
  }

  @Test
  void vertx4FixturesCompile() throws Exception {
    assumeTrue(Files.isDirectory(VERTX_4), "needs mvn -Pslow, which fetches Vert.x 4");
    Path running = Path.of(System.getProperty("java.home"));
    String first = VERTX_4 + File.separator + "*" + File.pathSeparator;
    compile(
        running,
        Scenarios.ROOTS.get(2),
        first + System.getProperty("java.class.path"),
        List.of("--release", "17"));
  }

  private void compile(Path jdk, Path root, String classPath, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/javac").toString());
    command.addAll(List.of("-nowarn", "-proc:none", "-d", out.toString(), "-cp", classPath));
    command.addAll(options);
    Scenarios.sources(root, root).forEach(source -> command.add(source.path().toString()));
    Path log = out.resolve("javac.log");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int status = javac.waitFor();
    assertThat(status).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
  }

  /** A JDK of release 25 or later: the running one, or one installed beside it. */
  private static Optional<Path> newestJdk() {
    Path running = Path.of(System.getProperty("java.home"));
    try (Stream<Path> beside = Files.list(running.getParent())) {
      return Stream.concat(Stream.of(running), beside.sorted())
          .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
          .filter(jdk -> release(jdk) >= 25)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feature release that a JDK states, or 0. */
  private static int release(Path jdk) {
    Path statement = jdk.resolve("release");
    if (!Files.isReadable(statement)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(statement)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.replaceAll("\\D+", " ").strip().split(" ")[0])
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
