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
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that scan have in common: from options to findings. */
final class ScanInputs {
  @Mixin private InputOptions input;
  @Mixin private RuleOptions rules;
  @Mixin private ConfigOptions configuration;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Threads that parse and run rules. Default: as many as there are processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  /** A scan that can start. */
  record Prepared(ScanRequest request, SourceFiles files, RuleSet installed) {}

  boolean readsStandardInput() {
    return input.readsStandardInput();
  }

  int jobs() {
    return jobs;
  }

  /** Checks the options and finds the files; empty when there are faults. */
  Optional<Prepared> prepare(Terminal terminal, Parts parts, Timing timing, List<String> faults) {
    RuleSet installed = parts.rules().get();
    Selection selection = rules.selection();
    faults.addAll(selection.faults(installed));
    if (jobs < 1) {
      faults.add("-j " + jobs + ": a number from 1 is needed");
    }
    Config config = configuration.read(terminal, input.all(), installed, faults);
    ScanRequest request =
        new ScanRequest(
            input.query(terminal),
            selection,
            config,
            rules.minimum(),
            input.classPath(terminal, faults),
            input.discoversClassPath(),
            input.release(faults),
            input.encoding(),
            Math.max(jobs, 1),
            (done, all) -> {});
    long start = System.nanoTime();
    try {
      SourceFiles files = input.files(terminal, faults);
      return faults.isEmpty()
          ? Optional.of(new Prepared(request, files, installed))
          : Optional.empty();
    } catch (NoSuchPathException e) {
      faults.addAll(e.messages());
      return Optional.empty();
    } finally {
      timing.add("discover", System.nanoTime() - start);
    }
  }

  /**
   * Runs the scan.
   *
   * @throws UsageException when there is nothing to scan, or knowledge cannot be read
   */
  ScanResult scan(Prepared scan, Terminal terminal, Parts parts, Timing timing, boolean progress) {
    SourceFiles files = scan.files();
    if (files.sources().isEmpty()) {
      files.problems().forEach(problem -> tell(terminal, problem));
      throw new UsageException(List.of("no Java files under " + input.paths() + skipped(files)));
    }
    try (Progress shown = new Progress(terminal, progress)) {
      return new Scan(parts.frontEnd().get(), parts.knowledge(), timing)
          .run(scan.request().with(shown), files, scan.installed());
    } catch (KnowledgeException e) {
      throw new UsageException(e.getMessage().lines().toList());
    }
  }

  private static String skipped(SourceFiles files) {
    return files.testsSkipped() == 0
        ? ""
        : "; %d test sources were passed over, --tests reads them".formatted(files.testsSkipped());
  }

  static void tell(Terminal terminal, Problem problem) {
    terminal.notice(problem.text());
  }
}
