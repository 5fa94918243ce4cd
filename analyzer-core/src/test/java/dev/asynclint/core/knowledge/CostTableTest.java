package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.asynclint.core.knowledge.KnowledgeException.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls cost, as text and as a table. */
class CostTableTest {
  private static final String HEAD = String.join("\t", CostTable.COLUMNS) + "\n";

  @Test
  void aTextIsReadAndWrittenTheSame() {
    String text =
        "# machine: a small one\n"
            + HEAD
            + "a\tA.a\t4 KiB\t7\t6\t5\t40\t30\nb\tB.b\t\t1\t1\t0\t2\t0\n";

    CostTable table = CostTable.parse("costs.tsv", text);

    assertThat(table.text()).isEqualTo(text);
    assertThat(table.notes()).containsExactly("machine: a small one");
    assertThat(table.ids()).containsExactly("a", "b");
    assertThat(table.byId("a")).contains(new CostTable.Row("a", "A.a", "4 KiB", 7, 6, 5, 40, 30));
    assertThat(table.byId("a").orElseThrow().time()).isEqualTo(Duration.ofNanos(7));
    assertThat(table.byId("c")).isEmpty();
  }

  @Test
  void allFaultsAreToldWithTheirLines() {
    String text =
        "id\tcall\na\tA.a\t\t7\t6\t5\t4\nb\tB.b\t\tx\t1\t1\t1\t1\n"
            + "c\tC.c\t\t1\t1\t1\t1\t-1\nd\tD.d\t\t1\t1\t1\t1\t1\nd\tD.d\t\t1\t1\t1\t1\t1\n";

    KnowledgeException refused =
        catchThrowableOfType(KnowledgeException.class, () -> CostTable.parse("costs.tsv", text));

    assertThat(refused.faults())
        .containsExactly(
            fault(
                1,
                "expected the columns, separated by tabs: id, call, with, nanos, cpuNanos,"
                    + " bytes, coldNanos, coldBytes"),
            fault(2, "expected 8 fields separated by tabs, not 7"),
            fault(3, "nanos is 'x'; write a whole number"),
            fault(4, "coldBytes is '-1'; write a whole number"),
            fault(6, "the row 'd' stands twice; remove one"));
  }

  @Test
  void theShippedTableTellsOfItsMachine() {
    List<String> notes = CostTable.shipped().notes();

    assertThat(notes).anyMatch(note -> note.startsWith("machine: "));
    assertThat(notes).anyMatch(note -> note.startsWith("Java: "));
    assertThat(CostTable.shipped().rows()).hasSizeGreaterThan(100);
  }

  private static Fault fault(int line, String message) {
    return new Fault("costs.tsv", line, 1, message);
  }
}
