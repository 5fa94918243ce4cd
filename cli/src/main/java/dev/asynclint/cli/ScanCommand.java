package dev.asynclint.cli;

import dev.asynclint.cli.report.Counted;
import dev.asynclint.cli.scan.Gate;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Timing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scans sources and reports what stalls them. */
@Command(
    name = "scan",
    description = "Scans Java sources for code that stalls asynchronous programs.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or",
      "configuration, 3 internal error or a file that cannot be read or parsed.",
      "",
      "Example: asynclint scan src --format text --format sarif=asynclint.sarif"
    })
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Mixin private ScanInputs inputs;
  @Mixin private KnownOptions known;
  @Mixin private OutputOptions output;
  @Mixin private GateOptions gate;
  @Mixin private FixOptions fixes;

  ScanCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Option(names = "--no-cache", hidden = true, description = "Nothing: there is no cache yet.")
  private boolean noCache;

  @Override
  public Integer call() throws IOException {
    List<String> faults = new ArrayList<>();
    Timing timing = new Timing();
    output.check(terminal, faults);
    Gate limits = gate.gate(faults);
    fixes.check(inputs.readsStandardInput(), faults);
    UnaryOperator<ScanResult> news = known.read(terminal, faults);
    Optional<ScanInputs.Prepared> scan = inputs.prepare(terminal, parts, timing, faults);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    ScanResult result =
        news.apply(inputs.scan(scan.orElseThrow(), terminal, parts, timing, !output.quiet()));
    if (fixes.diff()) {
      return fixes.print(result, parts.frontEnd().get(), terminal);
    }
    if (fixes.fix() && fixes.write(result, parts.frontEnd().get(), terminal)) {
      result = known.read(terminal, faults).apply(scan(timing));
    }
    int status = ExitStatus.of(limits.of(result));
    long start = System.nanoTime();
    output.write(result, status, terminal);
    terminal.out().flush();
    timing.add("report", System.nanoTime() - start);
    result.problems().forEach(problem -> ScanInputs.tell(terminal, problem));
    if (output.verbose()) {
      scan.get()
          .request()
          .config()
          .file()
          .ifPresent(file -> terminal.notice("configuration: " + file.normalize()));
    }
    close(result, timing);
    return status;
  }

  /** Scans what has been changed meanwhile. */
  private ScanResult scan(Timing timing) {
    ScanInputs.Prepared again =
        inputs.prepare(terminal, parts, timing, new ArrayList<>()).orElseThrow();
    return inputs.scan(again, terminal, parts, timing, !output.quiet());
  }

  private void close(ScanResult result, Timing timing) {
    if (output.verbose()) {
      terminal.notice("rules: " + String.join(", ", result.rules().ids()));
      terminal.notice(
          "Java " + Runtime.version().feature() + " runs the scan, -j " + inputs.jobs());
      terminal.notice(
          result.summary().release() == 0
              ? "no build file states a Java release; --release does"
              : "sources are for Java " + result.summary().release());
      terminal.notice("class path: " + result.classPath().size() + " entries");
      result.classPath().forEach(entry -> terminal.notice("  " + entry));
    }
    if (output.timing()) {
      terminal.notice(timing.table());
    } else if (!output.quiet()) {
      String files = Counted.of(result.summary().files(), "file");
      terminal.notice("scanned %s in %s".formatted(files, timing.total()));
    }
  }
}
