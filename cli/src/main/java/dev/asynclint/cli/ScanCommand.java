package dev.asynclint.cli;

import dev.asynclint.cli.discover.NoSuchPathException;
import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.Scan;
import dev.asynclint.cli.scan.ScanRequest;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Selection;
import dev.asynclint.cli.scan.Timing;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.knowledge.KnowledgeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Mixin private InputOptions input;
  @Mixin private RuleOptions rules;
  @Mixin private ConfigOptions configuration;
  @Mixin private OutputOptions output;
  @Mixin private GateOptions gate;

  ScanCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Threads that parse. Default: as many as there are processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--no-cache", hidden = true, description = "Nothing: there is no cache yet.")
  private boolean noCache;

  @Override
  public Integer call() throws IOException {
    List<String> faults = new ArrayList<>();
    RuleSet installed = parts.rules().get();
    Selection selection = rules.selection();
    faults.addAll(selection.faults(installed));
    if (jobs < 1) {
      faults.add("-j " + jobs + ": a number from 1 is needed");
    }
    output.check(terminal, faults);
    Gate limits = gate.gate(faults);
    Config config = configuration.read(terminal, input.all(), installed, faults);
    ScanRequest request = request(selection, config, faults);
    Timing timing = new Timing();
    Optional<SourceFiles> files = timing.time("discover", () -> find(request.what(), faults));
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    return run(request, files.orElseThrow(), installed, limits, timing);
  }

  private ScanRequest request(Selection selection, Config config, List<String> faults) {
    return new ScanRequest(
        input.query(terminal),
        selection,
        config,
        rules.minimum(),
        input.classPath(terminal, faults),
        input.discoversClassPath(),
        input.release(faults),
        Math.max(jobs, 1),
        (done, all) -> {});
  }

  private Optional<SourceFiles> find(SourceFiles.Query query, List<String> faults) {
    try {
      return Optional.of(SourceFiles.find(query));
    } catch (NoSuchPathException e) {
      faults.addAll(e.messages());
      return Optional.empty();
    }
  }

  private int run(
      ScanRequest request, SourceFiles files, RuleSet installed, Gate limits, Timing timing)
      throws IOException {
    if (files.sources().isEmpty()) {
      files.problems().forEach(this::tell);
      throw new UsageException(List.of("no Java files under " + input.paths() + skipped(files)));
    }
    ScanResult result;
    try (Progress progress = new Progress(terminal, !output.quiet())) {
      Scan scan = new Scan(parts.frontEnd().get(), parts.knowledge(), timing);
      result = scan.run(request.with(progress), files, installed);
    } catch (KnowledgeException e) {
      throw new UsageException(e.getMessage().lines().toList());
    }
    int status = limits.status(result);
    long start = System.nanoTime();
    output.write(result, status, terminal);
    terminal.out().flush();
    timing.add("report", System.nanoTime() - start);
    result.problems().forEach(this::tell);
    if (output.verbose()) {
      request
          .config()
          .file()
          .ifPresent(file -> terminal.notice("configuration: " + file.normalize()));
    }
    close(result, timing);
    return status;
  }

  private void close(ScanResult result, Timing timing) {
    if (output.verbose()) {
      terminal.notice("rules: " + String.join(", ", result.rules().ids()));
      terminal.notice("Java " + Runtime.version().feature() + " runs the scan, -j " + jobs);
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
      terminal.notice("scanned %d files in %s".formatted(result.summary().files(), timing.total()));
    }
  }

  private static String skipped(SourceFiles files) {
    return files.testsSkipped() == 0
        ? ""
        : "; %d test sources were passed over, --tests reads them".formatted(files.testsSkipped());
  }

  private void tell(Problem problem) {
    if (problem.file().isEmpty()) {
      terminal.notice(problem.message());
      return;
    }
    String place =
        problem.line() == 0
            ? problem.file()
            : problem.file() + ":" + problem.line() + ":" + problem.column();
    terminal.notice(place + ": " + problem.message());
  }
}
