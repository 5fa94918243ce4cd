package dev.asynclint.cli;

import dev.asynclint.cli.discover.NoSuchPathException;
import dev.asynclint.cli.discover.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a scan reads, and what it knows besides. */
final class InputOptions {
  private static final int OLDEST_RELEASE = 5;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Directories and .java files to scan. Default: the working directory.")
  private List<String> paths = List.of();

  @Option(
      names = "--stdin-filename",
      paramLabel = "FILE",
      description =
          "Read standard input in place of FILE, as an editor's unsaved text: alone, or together"
              + " with the PATHs given.")
  private String standardInput = "";

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out what matches, in the language of .gitignore. Repeatable.")
  private List<String> excludes = List.of();

  @Option(
      names = "--no-ignore",
      description = "Read what .gitignore names, and folders of build output and resources too.")
  private boolean everything;

  @Option(
      names = "--tests",
      description =
          "Read test sources, which are passed over otherwise; only rules for tests report there.")
  private boolean tests;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and class folders the sources use, separated as for java.")
  private String classPath = "";

  @Option(
      names = "--no-classpath-discovery",
      description = "Do not look for jars by the POMs of the tree and for build output folders.")
  private boolean given;

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "Java release the sources are for. Default: what the build files say.")
  private int release = -1;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      converter = Choices.CharsetConverter.class,
      description = "How the sources are written. Default: UTF-8.")
  private Charset encoding;

  Charset encoding() {
    return encoding;
  }

  SourceFiles.Query query(Terminal terminal) {
    return new SourceFiles.Query(terminal.directory(), all(), excludes, !everything, tests);
  }

  /** The paths as written. */
  List<String> all() {
    return paths.isEmpty() ? List.of(".") : paths;
  }

  /** The paths as written, for messages. */
  String paths() {
    return String.join(", ", all());
  }

  /**
   * The files to read.
   *
   * @throws NoSuchPathException if a path does not exist or is not Java
   */
  SourceFiles files(Terminal terminal, List<String> faults) throws NoSuchPathException {
    SourceFiles.Query query = query(terminal);
    if (standardInput.isEmpty()) {
      return SourceFiles.find(query);
    }
    if (!standardInput.endsWith(".java")) {
      faults.add("--stdin-filename " + standardInput + ": the name of a .java file is needed");
      return SourceFiles.none(terminal.directory());
    }
    SourceFiles around =
        paths.isEmpty() ? SourceFiles.none(terminal.directory()) : SourceFiles.find(query);
    try {
      Path text = Files.createTempFile("asynclint", ".java");
      text.toFile().deleteOnExit();
      Files.write(text, terminal.in().readAllBytes());
      return around.with(text, terminal.directory().resolve(standardInput), standardInput);
    } catch (IOException e) {
      faults.add("--stdin-filename " + standardInput + ": standard input cannot be read");
      return around;
    }
  }

  /** Whether what is scanned is not what is on the disk. */
  boolean readsStandardInput() {
    return !standardInput.isEmpty();
  }

  boolean discoversClassPath() {
    return !given;
  }

  OptionalInt release(List<String> faults) {
    if (release == -1) {
      return OptionalInt.empty();
    }
    if (release < OLDEST_RELEASE) {
      faults.add("--release " + release + ": a Java release is a number from " + OLDEST_RELEASE);
    }
    return OptionalInt.of(release);
  }

  /** The entries given; a missing one is a fault. */
  List<Path> classPath(Terminal terminal, List<String> faults) {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
      if (entry.isEmpty()) {
        continue;
      }
      Path path = terminal.directory().resolve(entry).normalize();
      if (!Files.exists(path)) {
        faults.add("--classpath: " + entry + ": no such file or directory");
      }
      entries.add(path);
    }
    return entries;
  }
}
