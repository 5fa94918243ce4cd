package dev.asynclint.cli.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What build files tell of releases and class paths. */
final class BuildFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void repository() throws IOException {
    Files.createDirectories(folder.resolve("tree/.git"));
    file("tree/m/src/A.java", "");
  }

  @ParameterizedTest
  @CsvSource({
    "maven.compiler.release, 21, 21",
    "java.version, 17, 17",
    "maven.compiler.source, 1.8, 8",
    "maven.compiler.release, ${jdk}, 0",
    "other, 17, 0",
  })
  void mavenPropertyStatesTheRelease(String property, String value, int release) throws Exception {
    file(
        "tree/pom.xml",
        "<project><properties><%s>%s</%s></properties></project>"
            .formatted(property, value, property));
    assertThat(release("m")).isEqualTo(release);
    assertThat(release(".")).isEqualTo(release);
  }

  @Test
  void compilerPluginIsStrongerAndPropertiesAreInherited() throws Exception {
    file(
        "tree/pom.xml",
        """
        <project>
          <artifactId>top</artifactId>
          <properties><jdk>${newer}</jdk><newer>21</newer></properties>
        </project>
        """);
    file(
        "tree/m/pom.xml",
        """
        <project>
          <parent><artifactId>top</artifactId></parent>
          <properties><java.version>11</java.version></properties>
          <build><plugins><plugin>
            <artifactId>maven-compiler-plugin</artifactId>
            <configuration><release>${jdk}</release></configuration>
          </plugin></plugins></build>
        </project>
        """);
    assertThat(release("m/src")).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "options.release = 17 | 17",
        "options.release.set(21) | 21",
        "sourceCompatibility = '1.8' | 8",
        "sourceCompatibility = JavaVersion.VERSION_11 | 11",
        "sourceCompatibility = JavaVersion.VERSION_1_8 | 8",
        "java { toolchain { languageVersion = JavaLanguageVersion.of(25) } } | 25",
        "kotlin { jvmToolchain(17) } | 17",
        "println 'hello' | 0",
      })
  void gradleStatesTheRelease(String line, int release) throws Exception {
    file("tree/m/build.gradle", line);
    assertThat(release("m/src")).isEqualTo(release);
    assertThat(release(".")).isEqualTo(release);
  }

  @Test
  void oldestModuleCounts() throws Exception {
    file("tree/m/build.gradle", "sourceCompatibility = 17");
    file("tree/n/build.gradle.kts", "sourceCompatibility = 11");
    assertThat(release(".")).isEqualTo(11);
  }

  @Test
  void brokenBuildFilesSayNothing() throws Exception {
    file("tree/m/pom.xml", "<project><properties>");
    assertThat(release("m")).isZero();
  }

  @Test
  void dependenciesOfTheTreeAreLookedUpInTheRepository() throws Exception {
    file(
        "tree/pom.xml",
        """
        <project>
          <groupId>g</groupId><artifactId>top</artifactId><version>1</version>
          <properties><a.version>2.0</a.version></properties>
          <dependencyManagement><dependencies>
            <dependency>
              <groupId>org.b</groupId><artifactId>b</artifactId><version>3</version>
            </dependency>
            <dependency>
              <groupId>org.bom</groupId><artifactId>bom</artifactId><version>4</version>
              <type>pom</type><scope>import</scope>
            </dependency>
          </dependencies></dependencyManagement>
        </project>
        """);
    file(
        "tree/m/pom.xml",
        """
        <project>
          <parent><groupId>g</groupId><artifactId>top</artifactId><version>1</version></parent>
          <dependencies>
            <dependency>
              <groupId>org.a</groupId><artifactId>a</artifactId><version>${a.version}</version>
            </dependency>
            <dependency><groupId>org.b</groupId><artifactId>b</artifactId></dependency>
            <dependency><groupId>org.c</groupId><artifactId>c</artifactId></dependency>
            <dependency>
              <groupId>org.t</groupId><artifactId>t</artifactId><version>1</version>
              <scope>test</scope>
            </dependency>
            <dependency><groupId>org.u</groupId><artifactId>u</artifactId></dependency>
          </dependencies>
        </project>
        """);
    file(
        "repository/org/bom/bom/4/bom-4.pom",
        """
        <project><dependencyManagement><dependencies><dependency>
          <groupId>org.c</groupId><artifactId>c</artifactId><version>5</version>
        </dependency></dependencies></dependencyManagement></project>
        """);
    Path a = file("repository/org/a/a/2.0/a-2.0.jar", "");
    Path b = file("repository/org/b/b/3/b-3.jar", "");
    Path c = file("repository/org/c/c/5/c-5.jar", "");
    file("repository/org/t/t/1/t-1.jar", "");
    Path classes = Files.createDirectories(folder.resolve("tree/m/target/classes"));
    assertThat(
            ClassPathFinder.find(
                files(".").buildFiles(), new LocalRepository(folder.resolve("repository"))))
        .containsExactly(classes, a, b, c);
  }

  @Test
  void parentsInACircleEnd() throws Exception {
    String pom =
        "<project><artifactId>%s</artifactId><parent><artifactId>%s</artifactId>"
            + "<relativePath>%s</relativePath></parent></project>";
    file("tree/pom.xml", pom.formatted("x", "y", "m/pom.xml"));
    file("tree/m/pom.xml", pom.formatted("y", "x", "../pom.xml"));
    assertThat(release("m")).isZero();
  }

  private int release(String path) throws NoSuchPathException {
    return ReleaseFinder.find(query(path), files(path));
  }

  private SourceFiles files(String path) throws NoSuchPathException {
    return SourceFiles.find(query(path));
  }

  private SourceFiles.Query query(String path) {
    return new SourceFiles.Query(folder.resolve("tree"), List.of(path), List.of(), true, false);
  }

  private Path file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
