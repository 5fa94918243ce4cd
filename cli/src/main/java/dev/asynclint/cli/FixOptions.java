package dev.asynclint.cli;

import dev.asynclint.cli.fix.Fixes;
import dev.asynclint.cli.report.Counted;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.engine.FrontEnd;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether findings are mended. */
final class FixOptions {
  @Option(
      names = "--fix",
      description = "Apply the edits that keep the behaviour; report the rest.")
  private boolean fix;

  @Option(
      names = "--unsafe-fixes",
      description = "With --fix or --diff: those edits too that a person should look at.")
  private boolean unsafe;

  @Option(
      names = "--diff",
      description = "Print what --fix would change, as a patch, and report nothing else.")
  private boolean diff;

  /** Adds what does not go together; a file cannot be written that is not the one scanned. */
  void check(boolean standardInput, List<String> faults) {
    if (standardInput && (fix || diff)) {
      faults.add((fix ? "--fix" : "--diff") + " cannot go with --stdin-filename");
    }
    if (unsafe && !fix && !diff) {
      faults.add("--unsafe-fixes goes with --fix or --diff");
    }
    if (fix && diff) {
      faults.add("--fix and --diff cannot go together");
    }
  }

  boolean diff() {
    return diff;
  }

  boolean fix() {
    return fix;
  }

  /** Prints the patch; the status says whether there is one. */
  int print(ScanResult result, FrontEnd frontEnd, Terminal terminal) throws IOException {
    Fixes fixes = Fixes.of(result, unsafe, frontEnd);
    List<String> faults =
        fixes.files().stream()
            .filter(file -> !file.isPlain())
            .map(
                file ->
                    "--diff: %s is in %s, and patches are in UTF-8; --fix can mend it"
                        .formatted(file.name(), file.encoding()))
            .toList();
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    terminal.out().print(fixes.patch());
    terminal.out().flush();
    return fixes.isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
  }

  /** Changes the files; whether any was changed. */
  boolean write(ScanResult result, FrontEnd frontEnd, Terminal terminal) throws IOException {
    Fixes fixes = Fixes.of(result, unsafe, frontEnd);
    try {
      fixes.write();
    } catch (IOException e) {
      throw new UsageException(List.of("cannot write every mended file: " + e.getMessage()));
    }
    if (!fixes.isEmpty()) {
      terminal.notice(
          "mended %s in %s%s"
              .formatted(
                  Counted.of(fixes.applied(), "finding"),
                  Counted.of(fixes.files().size(), "file"),
                  fixes.left() == 0 ? "" : "; " + fixes.left() + " more by another run"));
    }
    return !fixes.isEmpty();
  }
}
