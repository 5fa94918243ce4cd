package dev.asynclint.cli.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rectangle into one cell a weight, as large as its share and as square as can be: rows are
 * filled along the shorter side as long as their cells get squarer (Bruls, Huizing, van Wijk 2000).
 */
final class Treemap {
  private final List<Cell> cells = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;

  private Treemap(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Where a weight lies. */
  record Cell(double x, double y, double width, double height) {}

  /**
   * The cells in the order of the weights.
   *
   * @param weights above 0, greatest first
   */
  static List<Cell> of(List<Integer> weights, double width, double height) {
    Treemap map = new Treemap(width, height);
    double all = weights.stream().mapToInt(Integer::intValue).sum();
    List<Double> areas = weights.stream().map(w -> w * width * height / all).toList();
    int from = 0;
    while (from < areas.size()) {
      int to = from + 1;
      while (to < areas.size()
          && map.worst(areas.subList(from, to + 1)) <= map.worst(areas.subList(from, to))) {
        to++;
      }
      map.row(areas.subList(from, to));
      from = to;
    }
    return List.copyOf(map.cells);
  }

  /** How far the most oblong cell of a row is from a square; 1 is a square. */
  private double worst(List<Double> row) {
    double side = Math.min(width, height);
    double sum = sum(row);
    double worst = 0;
    for (double area : row) {
      double ratio = side * side * area / (sum * sum);
      worst = Math.max(worst, Math.max(ratio, 1 / ratio));
    }
    return worst;
  }

  private void row(List<Double> row) {
    boolean down = width >= height;
    double thick = sum(row) / (down ? height : width);
    double at = 0;
    for (double area : row) {
      double length = area / thick;
      cells.add(down ? new Cell(x, y + at, thick, length) : new Cell(x + at, y, length, thick));
      at += length;
    }
    if (down) {
      x += thick;
      width -= thick;
    } else {
      y += thick;
      height -= thick;
    }
  }

  private static double sum(List<Double> row) {
    return row.stream().mapToDouble(Double::doubleValue).sum();
  }
}
