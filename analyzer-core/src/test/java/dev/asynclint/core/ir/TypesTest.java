package dev.asynclint.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
  private static final Map<String, List<String>> DIAMOND =
      Map.of("D", List.of("B", "C"), "B", List.of("A"), "C", List.of("I", "A"), "I", List.of());

  private final Types types = type -> DIAMOND.getOrDefault(type, List.of());

  @Test
  void lineageIsNearestFirstAndNamesATypeOnce() {
    assertThat(types.lineage("D")).containsExactly("D", "B", "C", "A", "I");
  }

  @Test
  void aTypeNotKnownIsItsOwnLineage() {
    assertThat(types.lineage(Types.UNKNOWN)).containsExactly(Types.UNKNOWN);
  }

  @Test
  void isAHoldsForTheTypeAndItsAncestors() {
    assertThat(types.isA("D", "D")).isTrue();
    assertThat(types.isA("D", "A")).isTrue();
    assertThat(types.isA("A", "D")).isFalse();
    assertThat(types.isA("B", "I")).isFalse();
    assertThat(types.isA("X", "Y")).isFalse();
  }

  @Test
  void brokenSourceThatExtendsItselfEnds() {
    Types loop = type -> List.of(type.equals("A") ? "B" : "A");

    assertThat(loop.lineage("A")).containsExactly("A", "B");
    assertThat(loop.isA("B", "A")).isTrue();
    assertThat(loop.isA("A", "C")).isFalse();
  }

  /** Cycles included: what a broken tree may say. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void lineageIsWhatCanBeReachedByDistance(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<String, List<String>> parents = graph(random);
      Types some = type -> parents.getOrDefault(type, List.of());

      Set<String> lineage = some.lineage("T0");

      Map<String, Integer> distance = distances(parents, "T0");
      assertThat(lineage).containsExactlyInAnyOrderElementsOf(distance.keySet());
      assertThat(lineage.stream().map(distance::get).toList()).isSorted();
      for (String type : parents.keySet()) {
        assertThat(some.isA("T0", type)).isEqualTo(distance.containsKey(type));
      }
    }
  }

  private static Map<String, List<String>> graph(Random random) {
    Map<String, List<String>> parents = new HashMap<>();
    int size = 1 + random.nextInt(12);
    for (int type = 0; type < size; type++) {
      List<String> direct = new ArrayList<>();
      for (int count = random.nextInt(3); count > 0; count--) {
        direct.add("T" + random.nextInt(size));
      }
      parents.put("T" + type, direct);
    }
    return parents;
  }

  /** Relaxes until nothing changes: slow, but not a breadth-first search. */
  private static Map<String, Integer> distances(Map<String, List<String>> parents, String from) {
    Map<String, Integer> distance = new HashMap<>(Map.of(from, 0));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, List<String>> entry : parents.entrySet()) {
        Integer here = distance.get(entry.getKey());
        for (String parent : here == null ? List.<String>of() : entry.getValue()) {
          if (here + 1 < distance.getOrDefault(parent, Integer.MAX_VALUE)) {
            distance.put(parent, here + 1);
            changed = true;
          }
        }
      }
    }
    return distance;
  }
}
