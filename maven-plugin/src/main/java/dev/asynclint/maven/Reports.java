package dev.asynclint.maven;

import dev.asynclint.cli.report.Destination;
import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.report.Style;
import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The reports a module gets: a file each. */
final class Reports {
  private final Map<Path, Destination> files = new LinkedHashMap<>();
  private final Path root;

  private Reports(Path root) {
    this.root = root;
  }

  /**
   * Reads what is wanted: {@code F[=PATH]} each.
   *
   * @param module what a PATH starts from
   * @param output folder of the reports without a PATH
   * @param root folder that paths in messages start from
   * @param faults gets one message for each that cannot be had
   */
  static Reports of(
      List<String> formats, Path module, Path output, Path root, List<String> faults) {
    Reports reports = new Reports(root);
    for (String format : formats) {
      try {
        Destination destination = Destination.of(format.strip());
        Path file =
            destination
                .path()
                .map(module::resolve)
                .orElseGet(() -> output.resolve(name(destination.format().id())))
                .toAbsolutePath()
                .normalize();
        if (reports.files.put(file, destination) != null) {
          faults.add("formats: two reports cannot go to " + reports.shown(file));
        } else if (Files.isDirectory(file)) {
          faults.add("formats: " + reports.shown(file) + " is a directory");
        }
      } catch (InvalidPathException e) {
        faults.add("formats: " + e.getInput() + ": is no path");
      } catch (IllegalArgumentException e) {
        faults.add("formats: " + e.getMessage());
      }
    }
    return reports;
  }

  /** A name whose end says how to open the file, and which no other format has. */
  private static String name(String format) {
    return switch (format) {
      case "text" -> "asynclint.txt";
      case "concise", "github" -> "asynclint-" + format + ".txt";
      case "gitlab", "rdjson" -> "asynclint-" + format + ".json";
      case "junit", "checkstyle" -> "asynclint-" + format + ".xml";
      default -> "asynclint." + format;
    };
  }

  /**
   * Writes all of them, each whole or not at all.
   *
   * @param exitCode what the command line would end with
   * @param warnings told what a format leaves out
   * @return one message for each that cannot be written
   */
  List<String> write(ScanResult result, int exitCode, Consumer<String> warnings) {
    List<String> faults = new ArrayList<>();
    files.forEach(
        (file, destination) -> {
          try {
            Files.createDirectories(file.getParent());
            new ReportFile(file)
                .write(destination.format().report(Style.PLAIN, true, exitCode, warnings), result);
          } catch (FileAlreadyExistsException e) {
            faults.add(shown(file) + ": its folder is a file");
          } catch (IOException e) {
            faults.add(shown(file) + ": the report cannot be written: " + e.getMessage());
          }
        });
    return faults;
  }

  /** Where they are, for people. */
  List<String> names() {
    return files.keySet().stream().map(this::shown).toList();
  }

  private String shown(Path file) {
    return Modules.shown(file, root);
  }
}
