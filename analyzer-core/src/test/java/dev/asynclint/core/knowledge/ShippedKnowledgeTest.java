package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that ship are listed, well formed and useful. */
class ShippedKnowledgeTest {

  @Test
  void theIndexListsEveryFileInOrder() throws IOException, URISyntaxException {
    Path folder = Path.of(KnowledgeFiles.class.getResource("files.list").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".knowledge"))
              .sorted()
              .toList();
      assertThat(KnowledgeFiles.shippedNames()).isEqualTo(present);
    }
  }

  @Test
  void everyShippedFileIsWellFormed() {
    assertThat(KnowledgeFiles.shipped().members()).isNotEmpty();
  }
}
