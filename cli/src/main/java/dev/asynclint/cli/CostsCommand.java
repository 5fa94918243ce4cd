package dev.asynclint.cli;

import dev.asynclint.cli.prove.CostReport;
import dev.asynclint.cli.prove.Machine;
import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.scan.Nearest;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.knowledge.CostTable;
import dev.asynclint.prove.cost.Call;
import dev.asynclint.prove.cost.Catalogue;
import dev.asynclint.prove.cost.Cost;
import dev.asynclint.prove.cost.Costs;
import dev.asynclint.runtime.budget.BudgetText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what calls of the JDK cost, or measures it anew. */
@Command(
    name = "costs",
    description = "Prints what calls of the JDK cost, or measures it on this machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    footer = {
      "",
      "Rules compare these times with the budget pollTime: see docs/costs.md.",
      "Exit status: 0 done, 2 wrong usage, 3 a call could not be measured."
    })
final class CostsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Parameters(paramLabel = "ROW", arity = "0..*", description = "Ids of rows. Default: all rows.")
  private List<String> ids = List.of();

  @Option(names = "--measure", description = "Measure on this machine; about four seconds a row.")
  private boolean measures;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      converter = Choices.CostsConverter.class,
      description = "text, md, json or tsv.")
  private CostReport.Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file; not at all when a call could not be measured.")
  private Path output;

  @Mixin private ConfigOptions configuration;

  CostsCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    Collection<String> all =
        measures ? Catalogue.all().stream().map(Call::id).toList() : CostTable.shipped().ids();
    for (String id : ids) {
      if (!all.contains(id)) {
        faults.add("unknown row '%s'%s".formatted(id, Nearest.question(id, all)));
      }
    }
    Config config = configuration.read(terminal, List.of("."), parts.rules().get(), faults);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    List<String> failures = new ArrayList<>();
    CostTable table = measures ? measured(failures) : shipped();
    CostReport report =
        new CostReport(
            table,
            parts.knowledge(),
            BudgetText.read(config.budgets(), (name, fault) -> {}).pollTime());
    failures.forEach(terminal::notice);
    if (output == null) {
      report.write(format, terminal.out());
    } else if (failures.isEmpty()) {
      write(report);
    }
    return failures.isEmpty() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  private boolean isChosen(String id) {
    return ids.isEmpty() || ids.contains(id);
  }

  private CostTable shipped() {
    CostTable shipped = CostTable.shipped();
    return new CostTable(
        shipped.notes(), shipped.rows().stream().filter(row -> isChosen(row.id())).toList());
  }

  private CostTable measured(List<String> failures) throws InterruptedException {
    List<String> notes = Machine.notes(Costs.PROCESSES);
    Costs costs = new Costs(System.getProperty("java.class.path"));
    List<CostTable.Row> rows = new ArrayList<>();
    List<Call> calls = Catalogue.all().stream().filter(call -> isChosen(call.id())).toList();
    int done = 0;
    for (Call call : calls) {
      progress(++done + "/" + calls.size() + " " + call.id());
      Costs.Outcome outcome = costs.measure(call);
      outcome.cost().ifPresent(cost -> rows.add(row(call, cost)));
      if (outcome.cost().isEmpty()) {
        failures.add("%s cannot be measured: %s".formatted(call.id(), outcome.fault()));
      }
    }
    progress("");
    return new CostTable(notes, rows);
  }

  private static CostTable.Row row(Call call, Cost cost) {
    return new CostTable.Row(
        call.id(),
        call.call(),
        call.with(),
        cost.nanos(),
        cost.cpuNanos(),
        cost.bytes(),
        cost.coldNanos(),
        cost.coldBytes());
  }

  private void progress(String text) {
    if (terminal.errIsTerminal()) {
      terminal.err().print("\r\u001b[K" + text);
      terminal.err().flush();
    }
  }

  private void write(CostReport report) {
    try {
      new ReportFile(terminal.directory().resolve(output)).write(out -> report.write(format, out));
    } catch (IOException e) {
      throw new UsageException(
          List.of("cannot write to '" + output + "'; give a file of yours to --output"));
    }
  }
}
