package dev.asynclint.javaparser.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.javaparser.index.SignatureIndex;
import dev.asynclint.javaparser.types.ClassInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayeredSourceTest {
  @TempDir Path temp;

  @Test
  void theFirstLayerThatKnowsATypeAnswers() throws IOException {
    Path folder =
        Compiled.folder(
            temp,
            "reactor/core/publisher/Mono.java",
            "package reactor.core.publisher; public class Mono { public int mine; }",
            "reactor/core/publisher/Own.java",
            "package reactor.core.publisher; public class Own {}");
    try (ClassPath near = new ClassPath(List.of(folder))) {
      LayeredSource layers = new LayeredSource(List.of(near, SignatureIndex.bundled()));
      ClassInfo mono = layers.find("reactor.core.publisher.Mono").orElseThrow();
      assertThat(mono.fields()).hasSize(1);
      assertThat(layers.find("reactor.core.publisher.Flux")).isPresent();
      assertThat(layers.find("no.Such")).isEmpty();
      assertThat(layers.hasPackage("java.util")).isTrue();
      assertThat(layers.hasPackage("no.such")).isFalse();
      assertThat(layers.packageTypes("reactor.core.publisher"))
          .contains("reactor.core.publisher.Own", "reactor.core.publisher.Flux")
          .doesNotHaveDuplicates()
          .isSorted();
      assertThat(layers.modulePackages("java.base")).contains("java.util");
    }
  }
}
