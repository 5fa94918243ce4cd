package dev.asynclint.javaparser.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IndexDriftTest {
  private static final Path FILE =
      Path.of("src/main/resources/dev/asynclint/javaparser/index", SignatureIndex.RESOURCE);

  @Test
  void theBundledIndexIsWhatTheRealArtefactsSay() throws Exception {
    Contents contents = Contents.read();
    JdkImage jdk = JdkImage.find(contents.release()).orElse(null);
    assumeTrue(jdk != null, "no JDK " + contents.release() + " beside this one; see -Djdk.home");
    try (jdk) {
      List<String> missing = LocalRepository.fetch(contents);
      assumeTrue(missing.isEmpty(), () -> "artefacts not to be had: " + missing);
      byte[] built = IndexBuilder.build(contents, jdk);
      if (Boolean.getBoolean("index.update")) {
        Files.write(FILE, built);
      }
      try (InputStream in = SignatureIndex.class.getResourceAsStream(SignatureIndex.RESOURCE)) {
        assertThat(Boolean.getBoolean("index.update") ? built : in.readAllBytes())
            .as("bundled index; regenerate it as contents.txt says")
            .isEqualTo(built);
      }
    }
  }
}
