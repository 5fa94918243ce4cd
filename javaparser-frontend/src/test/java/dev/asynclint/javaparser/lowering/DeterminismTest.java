package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  @Test
  void neitherThreadsNorOrderChangeWhatComesOut() throws IOException {
    List<FrontEnd.Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.add(new FrontEnd.Source(file, file.toString())));
    }
    Lowered one = Lowered.of(sources, 1);
    Collections.shuffle(sources, new Random(7));
    Lowered four = Lowered.of(sources, 4);
    assertThat(four.dump()).isEqualTo(one.dump());
    assertThat(four.all.problems()).isEqualTo(one.all.problems());
    assertThat(four.all.calls()).isEqualTo(one.all.calls());
    assertThat(one.all.calls().known()).isGreaterThan(one.all.calls().all() * 8 / 10);
  }
}
