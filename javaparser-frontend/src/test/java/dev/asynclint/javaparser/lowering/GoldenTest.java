package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each construct family against its dump; {@code -Dgolden.update} writes the dumps anew. */
class GoldenTest {
  private static final Path SOURCES =
      Path.of("src/test/resources/dev/asynclint/javaparser/lowering");

  @ParameterizedTest
  @ValueSource(
      strings = {"Calls", "Closures", "Statements", "Switches", "Types", "Values", "Compact"})
  void dumpsAreStable(String name) throws IOException, URISyntaxException {
    Path source = Path.of(GoldenTest.class.getResource(name + ".java").toURI());
    Lowered lowered = Lowered.of(List.of(new FrontEnd.Source(source, name + ".java")), 1);
    assertThat(lowered.all.problems()).isEmpty();
    if (System.getProperty("golden.update") != null) {
      Files.writeString(SOURCES.resolve(name + ".ir"), lowered.dump());
    }
    Path golden = Path.of(GoldenTest.class.getResource("/").toURI()).resolve("../..");
    assertThat(lowered.dump())
        .isEqualTo(Files.readString(golden.resolve(SOURCES).resolve(name + ".ir")));
  }
}
