package dev.asynclint.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.asynclint.cli.report.html.Treemap.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells share the rectangle by weight, inside it and apart. */
final class TreemapTest {
  private static final double WIDE = 1200;
  private static final double HIGH = 340;

  private static List<Integer> weights(int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 1 + random.nextInt(48))
        .mapToObj(i -> 1 + random.nextInt(60))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void cellsAreAsLargeAsTheirShare(int seed) {
    List<Integer> weights = weights(seed);
    List<Cell> cells = Treemap.of(weights, WIDE, HIGH);
    double all = weights.stream().mapToInt(Integer::intValue).sum();
    assertThat(cells).hasSameSizeAs(weights);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      assertThat(cell.width() * cell.height())
          .isCloseTo(WIDE * HIGH * weights.get(i) / all, within(1e-6 * WIDE * HIGH));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void cellsLieInsideAndApart(int seed) {
    List<Cell> cells = Treemap.of(weights(seed), WIDE, HIGH);
    for (Cell one : cells) {
      assertThat(one.x()).isBetween(-1e-6, WIDE);
      assertThat(one.y()).isBetween(-1e-6, HIGH);
      assertThat(one.x() + one.width()).isLessThan(WIDE + 1e-6);
      assertThat(one.y() + one.height()).isLessThan(HIGH + 1e-6);
      assertThat(cells).filteredOn(other -> other != one && overlap(one, other)).isEmpty();
    }
  }

  private static boolean overlap(Cell one, Cell other) {
    return Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x())
            > 1e-6
        && Math.min(one.y() + one.height(), other.y() + other.height())
                - Math.max(one.y(), other.y())
            > 1e-6;
  }

  @Test
  void equalWeightsAreNearlySquare() {
    List<Cell> cells = Treemap.of(IntStream.range(0, 40).mapToObj(i -> 1).toList(), WIDE, HIGH);
    assertThat(cells)
        .allSatisfy(cell -> assertThat(cell.width() / cell.height()).isBetween(0.4, 2.5));
  }
}
