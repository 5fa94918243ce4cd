package dev.asynclint.javaparser.oracle;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Real code with everything on its class path.
 *
 * @param name of the artefact
 * @param root its sources
 * @param classPath jars of everything it was compiled against
 */
record Workload(String name, Path root, List<Path> classPath) {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:";

  /**
   * Lines of artefacts, {@code group:artifact:version}; the first of a line is the one to judge.
   */
  static List<List<String>> listed() throws IOException {
    try (InputStream in = Workload.class.getResourceAsStream("workloads.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split("\\s+")))
          .toList();
    }
  }

  /**
   * Lets Maven get the sources of the first artefact and the jars of all, with what they depend on.
   *
   * @return empty when Maven could not
   */
  static Optional<Workload> fetch(List<String> artefacts, Path folder)
      throws IOException, InterruptedException {
    Path pom = Files.writeString(folder.resolve("pom.xml"), pom(artefacts, folder));
    Process maven =
        new ProcessBuilder(
                List.of(
                    "mvn",
                    "-B",
                    "-q",
                    "-f",
                    pom.toString(),
                    PLUGIN + "copy",
                    PLUGIN + "build-classpath",
                    "-Dmdep.outputFile=" + folder.resolve("class-path")))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!maven.waitFor(10, TimeUnit.MINUTES) || maven.exitValue() != 0) {
      maven.destroy();
      return Optional.empty();
    }
    Path root = folder.resolve("sources");
    try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
      for (Path jar : jars.toList()) {
        unpack(jar, root);
      }
    }
    String[] entries =
        Files.readString(folder.resolve("class-path")).trim().split(File.pathSeparator);
    List<Path> classPath = Arrays.stream(entries).map(Path::of).toList();
    return Optional.of(new Workload(artefacts.get(0), root, classPath));
  }

  private static void unpack(Path jar, Path root) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        Path file = root.resolve(entry.getName()).normalize();
        if (file.startsWith(root) && entry.getName().endsWith(".java")) {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private static String pom(List<String> artefacts, Path folder) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>oracle</groupId><artifactId>oracle</artifactId><version>1</version>
          <packaging>pom</packaging>
          <dependencies>
        %s
          </dependencies>
          <build><plugins><plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-dependency-plugin</artifactId>
            <configuration>
              <outputDirectory>%s</outputDirectory>
              <artifactItems>
                <artifactItem>%s<classifier>sources</classifier></artifactItem>
              </artifactItems>
            </configuration>
          </plugin></plugins></build>
        </project>
        """
        .formatted(
            artefacts.stream()
                .map(one -> "<dependency>" + coordinates(one) + "</dependency>")
                .collect(Collectors.joining("\n")),
            folder.resolve("jars"),
            coordinates(artefacts.get(0)));
  }

  private static String coordinates(String artefact) {
    String[] parts = artefact.split(":");
    return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
        .formatted(parts[0], parts[1], parts[2]);
  }
}
