package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.CliHarness.Run;
import dev.asynclint.core.knowledge.CostTable;
import dev.asynclint.prove.cost.Call;
import dev.asynclint.prove.cost.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostsCommandTest {
  @TempDir private Path folder;
  private CliHarness cli;

  @BeforeEach
  void inFolder() {
    cli = new CliHarness(folder);
  }

  @Test
  void theShippedTableIsOfTheCatalogue() {
    assertThat(CostTable.shipped().rows())
        .as("run: ./asynclint costs --measure --format tsv --output the shipped costs.tsv")
        .extracting(row -> row.id() + ": " + row.call() + ", " + row.with())
        .containsExactlyElementsOf(Catalogue.all().stream().map(CostsCommandTest::words).toList());
  }

  private static String words(Call call) {
    return call.id() + ": " + call.call() + ", " + call.with();
  }

  @Test
  void theTableIsPrinted() {
    Run run = cli.run("costs");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().skip(1).limit(Catalogue.all().size()))
        .zipSatisfy(CostTable.shipped().ids(), (line, id) -> assertThat(line).startsWith(id + " "));
    assertThat(run.out()).endsWith("A poll may take 100 µs (pollTime).\n");
  }

  @Test
  void theBudgetOfTheConfigurationDecidesWhatIsTooLong() {
    Run before = cli.run("costs", "key-pair-rsa");
    Run after =
        cli.file("asynclint.toml", "[budgets]\npollTime = \"1h\"\n").run("costs", "key-pair-rsa");

    assertThat(before.out().lines().skip(1).findFirst().orElseThrow()).endsWith("  yes");
    assertThat(after.out().lines().skip(1).findFirst().orElseThrow()).doesNotEndWith("  yes");
    assertThat(after.out()).endsWith("A poll may take 3600 s (pollTime).\n");
  }

  @Test
  void otherFormatsHaveTheSameRows() {
    CostTable.Row row = CostTable.shipped().byId("lock-free").orElseThrow();

    assertThat(
            CostTable.parse("out", cli.run("costs", "lock-free", "--format", "tsv").out()).rows())
        .containsExactly(row);
    assertThat(cli.run("costs", "lock-free", "--format", "json").out())
        .contains("\"pollNanos\": 100000")
        .contains("\"nanos\": " + row.nanos())
        .contains("\"overPoll\": false");
    assertThat(cli.run("costs", "lock-free", "--format", "md").out())
        .startsWith("# What calls cost\n")
        .contains("| lock-free | ReentrantLock.lock | ");
  }

  @Test
  void faultsAreToldAtOnce() {
    Run run =
        cli.file("asynclint.toml", "[budgets]\npollTime = \"soon\"\n")
            .run("costs", "lock-fre", "sleep-2");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("unknown row 'lock-fre'; did you mean 'lock-free'?")
        .contains("unknown row 'sleep-2'")
        .contains("asynclint.toml:2:");
    assertThat(cli.run("costs", "--format", "csv").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aRowIsMeasuredOnThisMachineAndWrittenToAFile() throws IOException {
    Run run = cli.run("costs", "lock-free", "--measure", "--format", "tsv", "--output", "here.tsv");

    CostTable table = CostTable.parse("here.tsv", Files.readString(folder.resolve("here.tsv")));
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(table.ids()).containsExactly("lock-free");
    assertThat(table.notes()).anyMatch(note -> note.startsWith("machine: "));
  }

  @Test
  void aFolderIsNoFile() {
    Run run = cli.run("costs", "lock-free", "--output", ".");

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("cannot write to '.'; give a file of yours to --output");
  }
}
