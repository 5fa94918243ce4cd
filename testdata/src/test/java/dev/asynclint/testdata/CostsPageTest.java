package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.prove.CostReport;
import dev.asynclint.core.knowledge.CostTable;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.runtime.budget.Budgets;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of costs says what the table and the knowledge files say. */
class CostsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "costs.md");

  @Test
  void pageIsUpToDate() throws IOException {
    StringWriter made = new StringWriter();
    new CostReport(CostTable.shipped(), KnowledgeFiles::shipped, Budgets.DEFAULT.pollTime())
        .write(CostReport.Format.MD, made);

    assertThat(Files.readString(PAGE))
        .as("run: ./asynclint costs --format md --output docs/costs.md")
        .isEqualTo(made.toString());
  }
}
