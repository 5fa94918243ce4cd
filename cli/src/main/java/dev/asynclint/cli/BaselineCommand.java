package dev.asynclint.cli;

import dev.asynclint.cli.baseline.Baseline;
import dev.asynclint.cli.baseline.BaselineFile;
import dev.asynclint.cli.report.Counted;
import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the findings that are known. */
@Command(
    name = "baseline",
    description = "Keeps the findings that are known, so that scans report new ones alone.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class BaselineCommand implements Runnable {
  private static final String FILE = "asynclint-baseline.json";

  private final Terminal terminal;
  private final Parts parts;

  @Spec private CommandSpec spec;

  BaselineCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "create, update or prune is missing");
  }

  /** Where the baseline stands. */
  static final class Place {
    @Option(
        names = "--baseline",
        paramLabel = "FILE",
        defaultValue = FILE,
        description = "The file. Default: " + FILE + ".")
    private String file;
  }

  @Command(
      name = "create",
      description = "Writes down every finding; there must be no baseline yet.",
      mixinStandardHelpOptions = true)
  int create(@Mixin Place place, @Mixin ScanInputs inputs) throws IOException {
    if (Files.exists(path(place))) {
      throw new UsageException(
          List.of(place.file + ": is already there; 'asynclint baseline update' replaces it"));
    }
    Baseline made = Baseline.of(scan(inputs, new ArrayList<>()));
    write(made, place);
    terminal.notice(place.file + ": " + Counted.of(made.size(), "finding") + " known");
    return ExitStatus.CLEAN;
  }

  @Command(
      name = "update",
      description = "Writes down every finding in place of what the baseline knew.",
      mixinStandardHelpOptions = true)
  int update(@Mixin Place place, @Mixin ScanInputs inputs) throws IOException {
    List<String> faults = new ArrayList<>();
    Baseline before = read(place, faults);
    Baseline now = Baseline.of(scan(inputs, faults));
    write(now, place);
    terminal.notice(
        "%s: %s known, %d before"
            .formatted(place.file, Counted.of(now.size(), "finding"), before.size()));
    return ExitStatus.CLEAN;
  }

  @Command(
      name = "prune",
      description = "Forgets what is found no more, and adds nothing.",
      mixinStandardHelpOptions = true)
  int prune(@Mixin Place place, @Mixin ScanInputs inputs) throws IOException {
    List<String> faults = new ArrayList<>();
    Baseline before = read(place, faults);
    Baseline left = before.prune(scan(inputs, faults));
    write(left, place);
    terminal.notice(
        "%s: %d of %s left"
            .formatted(place.file, left.size(), Counted.of(before.size(), "finding")));
    return ExitStatus.CLEAN;
  }

  private Path path(Place place) {
    return terminal.directory().resolve(place.file);
  }

  private Baseline read(Place place, List<String> faults) {
    try {
      return BaselineFile.read(path(place), place.file);
    } catch (BaselineFile.MalformedException e) {
      faults.add(e.getMessage());
      return Baseline.NONE;
    }
  }

  private ScanResult scan(ScanInputs inputs, List<String> faults) {
    if (inputs.readsStandardInput()) {
      throw new UsageException(
          List.of("--stdin-filename: a baseline is made of files as they are saved"));
    }
    Timing timing = new Timing();
    Optional<ScanInputs.Prepared> scan = inputs.prepare(terminal, parts, timing, faults);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    ScanResult result = inputs.scan(scan.orElseThrow(), terminal, parts, timing, true);
    result.problems().forEach(problem -> ScanInputs.tell(terminal, problem));
    return result;
  }

  private void write(Baseline baseline, Place place) {
    try {
      new ReportFile(path(place)).write(out -> BaselineFile.write(baseline, out));
    } catch (IOException e) {
      throw new UsageException(
          List.of(place.file + ": cannot be written; is its directory there, and yours?"));
    }
  }
}
