package dev.asynclint.runtime.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.datamodel.DataModel;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.datamodel.Model64_Lilliput;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;
import org.openjdk.jol.layouters.CurrentLayouter;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/** What threads write all the time lies on cache lines of its own, wherever the object lies. */
class CacheLineTest {
  private static final int LINE = 64;

  private static final String SCHEDULER = "dev.asynclint.runtime.scheduler.";

  /** This machine's, and those of other headers and references. */
  static Stream<Layouter> layouters() {
    Stream<DataModel> models =
        Stream.of(
            new Model64(true, true),
            new Model64(false, true),
            new Model64(false, false),
            new Model64_Lilliput(true, 8, false));
    return Stream.concat(
        Stream.of(new CurrentLayouter()), models.map(model -> new HotSpotLayouter(model, 17)));
  }

  private static ClassLayout layout(Layouter layouter, String type) throws ClassNotFoundException {
    return ClassLayout.parseClass(Class.forName(type), layouter);
  }

  /** The fields that are no padding, in the order of their places. */
  private static List<FieldLayout> used(ClassLayout layout) {
    return layout.fields().stream()
        .filter(field -> !field.name().matches("p\\d*"))
        .sorted(Comparator.comparingLong(FieldLayout::offset))
        .toList();
  }

  private static void assertAlone(Layouter layouter, String type) throws ClassNotFoundException {
    ClassLayout layout = layout(layouter, type);
    assertThat(used(layout)).isNotEmpty();
    for (FieldLayout field : used(layout)) {
      assertThat(field.offset()).as("%s%n%s", layouter, field).isGreaterThanOrEqualTo(LINE);
      assertThat(layout.instanceSize() - field.offset() - field.size())
          .as("%s%n%s", layouter, field)
          .isGreaterThanOrEqualTo(LINE);
    }
  }

  @ParameterizedTest
  @MethodSource("layouters")
  void shardsOfTimersShareNoLine(Layouter layouter) throws ClassNotFoundException {
    assertAlone(layouter, "dev.asynclint.runtime.time.TimerShard$Spaced");
  }

  @ParameterizedTest
  @MethodSource("layouters")
  void countersOfWorkersShareNoLine(Layouter layouter) throws ClassNotFoundException {
    assertAlone(layouter, SCHEDULER + "WorkerCounters");
  }

  @ParameterizedTest
  @MethodSource("layouters")
  void headAndTailShareNoLine(Layouter layouter) throws ClassNotFoundException {
    List<FieldLayout> used = used(layout(layouter, SCHEDULER + "LocalQueue"));
    assertThat(used)
        .extracting(FieldLayout::name)
        .containsExactlyInAnyOrder("head", "tail", "slots");
    long before = 0;
    for (FieldLayout field : used) {
      assertThat(field.offset() - before)
          .as("%s%n%s", layouter, field)
          .isGreaterThanOrEqualTo(LINE);
      before = field.offset();
    }
  }

  /** Not by the eye: small fields slip in front of what should keep them apart. */
  @Test
  void theCheckSeesFieldsThatSlipped() {
    Layouter layouter = new HotSpotLayouter(new Model64(true, true), 17);
    assertThatThrownBy(() -> assertAlone(layouter, Slipped.class.getName()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("small @12");
  }

  @SuppressWarnings("unused") // only laid out
  private abstract static class Longs {
    long p0;
    long p1;
    long p2;
    long p3;
    long p4;
    long p5;
    long p6;
    long p7;
  }

  @SuppressWarnings("unused") // only laid out
  private static final class Slipped extends Longs {
    int small;
  }
}
