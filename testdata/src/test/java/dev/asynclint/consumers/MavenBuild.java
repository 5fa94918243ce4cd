package dev.asynclint.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A build with Maven, in a process of its own.
 *
 * @param status what it ended with
 * @param said all it printed
 */
record MavenBuild(int status, String said) {
  private static final long MINUTES = 5;

  /** Runs Maven in a folder, with a JDK, on our modules as they were just compiled. */
  static MavenBuild run(Path project, Path jdk, LocalRepository repository, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.repo.local=" + repository.folder()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(project.getParent(), "log", ".txt");
    ProcessBuilder maven =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", jdk.toString());
    // What surrounds this test must not reach the build: options, and the folder of an outer Maven.
    maven.environment().keySet().removeAll(List.of("MAVEN_ARGS", "JAVA_TOOL_OPTIONS"));
    maven.environment().put("MAVEN_OPTS", "-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8");
    maven.environment().remove("MAVEN_PROJECTBASEDIR");
    Process process = maven.start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(command + " ends").isTrue();
      return new MavenBuild(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }
}
