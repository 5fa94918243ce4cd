package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher in a tree of its own, with commands that only say what they got. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  @TempDir private Path folder;
  private Path home;
  private Path jdk;

  private record Run(int status, String out, String err) {}

  @BeforeEach
  void tree() throws IOException {
    home = Files.createDirectories(folder.resolve("home with space"));
    Files.copy(Path.of("..", "asynclint"), home.resolve("asynclint"));
    assertThat(home.resolve("asynclint").toFile().setExecutable(true)).isTrue();
    Files.createFile(home.resolve("pom.xml"));
    for (String module :
        List.of(
            "analyzer-core", "reference-runtime", "prove", "rules", "javaparser-frontend", "cli")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
    }
    jdk = jdk("jdk", "17.0.1");
    command("bin/mvn", "touch '" + home + "/cli/target/asynclint.jar'; echo built >&2");
  }

  @Test
  void firstRunBuildsAndLaterRunsDoNot() throws Exception {
    Run first = run(Map.of("JAVA_HOME", jdk.toString()), "scan", "a b");
    assertThat(first.err()).isEqualTo("asynclint: building asynclint (first run)…\n");
    assertThat(first.out()).contains("-jar|" + home + "/cli/target/asynclint.jar|scan|a b|");
    assertThat(first.status()).isEqualTo(7);
    assertThat(run(Map.of("JAVA_HOME", jdk.toString())).err()).isEmpty();
  }

  @Test
  void optionsOfTheUserComeLast() throws Exception {
    Run run = run(Map.of("JAVA_HOME", jdk.toString(), "ASYNCLINT_JAVA_OPTS", "-Xss1m -Xmx1g"));
    assertThat(run.out()).contains("-Xss16m|").contains("|-Xss1m|-Xmx1g|-jar|");
  }

  @Test
  void linksLeadToTheTree() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link2"));
    Files.createSymbolicLink(folder.resolve("link2"), home.resolve("asynclint"));
    Run run = run(link, Map.of("JAVA_HOME", jdk.toString()));
    assertThat(run.out()).contains(home + "/cli/target/asynclint.jar");
  }

  @Test
  void olderJavaIsRefused() throws Exception {
    for (String version : List.of("11.0.2", "1.8.0_302")) {
      Path old = jdk("jdk" + version, version);
      Run run = run(Map.of("JAVA_HOME", old.toString()));
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("a JDK 17 or later is needed").hasLineCount(1);
    }
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    assertThat(run(Map.of()).err()).contains("no java found").hasLineCount(1);
    assertThat(run(Map.of("JAVA_HOME", folder.toString())).err())
        .contains("there is no bin/java in it")
        .hasLineCount(1);
    Files.delete(folder.resolve("bin/mvn"));
    Run run = run(Map.of("JAVA_HOME", jdk.toString()));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("needs Maven 3.8 or later").hasLineCount(1);
  }

  @Test
  void failedBuildShowsItsOutput() throws Exception {
    command("bin/mvn", "echo 'no such plugin'; exit 1");
    Run run = run(Map.of("JAVA_HOME", jdk.toString()));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("no such plugin").contains("the build failed");
  }

  private Path jdk(String name, String version) throws IOException {
    command(name + "/bin/java", "printf '%s|' \"$@\"; exit 7");
    command(name + "/bin/javac", "exit 0");
    Files.writeString(
        folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve(name);
  }

  private void command(String name, String script) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + script + "\n");
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    return run(home.resolve("asynclint"), environment, arguments);
  }

  /** The PATH holds what the script needs, and no java or mvn but ours. */
  private Run run(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    Path tools = folder.resolve("bin");
    for (String tool :
        List.of("dirname", "readlink", "sed", "find", "head", "mkdir", "rm", "touch")) {
      command("bin/" + tool, "exec " + located(tool) + " \"$@\"");
    }
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", tools.toString());
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Run(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static Path located(String tool) {
    for (String place : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(place, tool))) {
        return Path.of(place, tool);
      }
    }
    throw new IllegalStateException("no " + tool + " on the PATH");
  }
}
