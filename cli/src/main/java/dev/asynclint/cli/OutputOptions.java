package dev.asynclint.cli;

import dev.asynclint.cli.report.Destination;
import dev.asynclint.cli.report.Format;
import dev.asynclint.cli.report.Report;
import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.report.Style;
import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where reports go, and what is said besides. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "F[=PATH]",
      converter = Choices.DestinationConverter.class,
      description = {
        "Write text, concise, json, sarif, html, md, github, gitlab, rdjson, junit or checkstyle to",
        "PATH, or to standard output. Repeatable. Default: text."
      })
  private List<Destination> outputs = List.of(new Destination(Format.TEXT, Optional.empty()));

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      converter = Choices.ColorConverter.class,
      description = "auto, always or never. Default: auto, which honours NO_COLOR, FORCE_COLOR.")
  private Terminal.Color color;

  @Option(names = "--timing", description = "Say where the time went.")
  private boolean timing;

  @Option(
      names = {"-q", "--quiet"},
      description = "Findings alone: no summary, no notices but errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say what was found out on the way.")
  private boolean verbose;

  boolean timing() {
    return timing;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** Checks what can be checked before the work. */
  void check(Terminal terminal, List<String> faults) {
    if (outputs.stream().filter(output -> output.path().isEmpty()).count() > 1) {
      faults.add("only one format can go to standard output; give the others a file: F=PATH");
    }
    Set<Path> seen = new HashSet<>();
    for (Destination output : outputs) {
      output
          .path()
          .ifPresent(path -> check(terminal.directory().resolve(path), path, seen, faults));
    }
  }

  private static void check(Path path, String given, Set<Path> seen, List<String> faults) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(path)) {
      faults.add(given + ": is a directory; a report needs a file");
    } else if (folder == null || !Files.isDirectory(folder)) {
      faults.add(given + ": the directory it would stand in does not exist");
    } else if (!seen.add(path.normalize())) {
      faults.add(given + ": two reports cannot go to one file");
    }
  }

  /** Writes all reports; those that fail are told together. */
  void write(ScanResult result, int status, Terminal terminal) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Destination output : outputs) {
      boolean toFile = output.path().isPresent();
      Style style = toFile && color == Terminal.Color.AUTO ? Style.PLAIN : terminal.style(color);
      Report report = output.format().report(style, !quiet, status, terminal::notice);
      if (!toFile) {
        report.write(result, terminal.out());
        continue;
      }
      String path = output.path().get();
      try {
        new ReportFile(terminal.directory().resolve(path)).write(report, result);
      } catch (IOException e) {
        faults.add(path + ": the report cannot be written: " + reason(e));
      }
    }
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }
}
