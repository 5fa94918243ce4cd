package dev.asynclint.javaparser.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The jars of Maven's local repository. */
final class LocalRepository {
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  private LocalRepository() {}

  /** Where an artefact, {@code group:artifact:version}, stands or would stand. */
  static Path jar(String artefact) {
    String[] parts = artefact.split(":");
    String root = System.getProperty("maven.repo.local");
    Path repository =
        root == null
            ? Path.of(System.getProperty("user.home"), ".m2", "repository")
            : Path.of(root);
    return repository
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ".jar");
  }

  /**
   * Makes the artefacts of the contents stand there, if need be by letting Maven download them.
   *
   * @return those that could not be had
   */
  static List<String> fetch(Contents contents) throws IOException, InterruptedException {
    List<String> artefacts = contents.artefacts().stream().map(Contents.Line::name).toList();
    if (!missing(artefacts).isEmpty()) {
      download(missing(artefacts));
    }
    return missing(artefacts);
  }

  private static List<String> missing(List<String> artefacts) {
    return artefacts.stream().filter(one -> !Files.isRegularFile(jar(one))).toList();
  }

  private static void download(List<String> artefacts) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("signatures");
    Path pom = folder.resolve("pom.xml");
    Files.writeString(pom, pom(artefacts, folder.resolve("jars")));
    Process maven =
        new ProcessBuilder("mvn", "-B", "-q", "-f", pom.toString(), COPY)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!maven.waitFor(30, TimeUnit.MINUTES)) {
      maven.destroy();
    }
  }

  private static String pom(List<String> artefacts, Path output) {
    String items =
        artefacts.stream()
            .map(one -> one.split(":"))
            .map(
                parts ->
                    "<artifactItem><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></artifactItem>"
                        .formatted(parts[0], parts[1], parts[2]))
            .collect(Collectors.joining("\n"));
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>signatures</groupId><artifactId>signatures</artifactId><version>1</version>
          <packaging>pom</packaging>
          <build><plugins><plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-dependency-plugin</artifactId>
            <configuration>
              <outputDirectory>%s</outputDirectory>
              <prependGroupId>true</prependGroupId>
              <artifactItems>
        %s
              </artifactItems>
            </configuration>
          </plugin></plugins></build>
        </project>
        """
        .formatted(output, items);
  }
}
