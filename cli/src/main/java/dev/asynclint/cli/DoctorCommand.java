package dev.asynclint.cli;

import dev.asynclint.cli.discover.NoSuchPathException;
import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.cli.report.Counted;
import dev.asynclint.cli.report.Tool;
import dev.asynclint.cli.scan.Checkup;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.knowledge.KnowledgeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a scan would find to work with. */
@Command(
    name = "doctor",
    description = "Says what a scan would know: Java, configuration, sources, class path.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    footer = {"", "Exit status: 0, or 2 when the paths or the configuration cannot be used."})
final class DoctorCommand implements Callable<Integer> {
  private static final long MIB = 1 << 20;

  private final Terminal terminal;
  private final Parts parts;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      defaultValue = ".",
      description = "What would be scanned. Default: the working directory.")
  private List<String> paths;

  @Mixin private ConfigOptions configuration;

  DoctorCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>();
    RuleSet rules = parts.rules().get();
    say("version", Tool.NAME + " " + Tool.version() + ", " + rules.rules().size() + " rules");
    say(
        "java",
        "%s (%s), at most %d MiB of memory, %d processors"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                Runtime.getRuntime().maxMemory() / MIB,
                Runtime.getRuntime().availableProcessors()));
    Config config = configuration.read(terminal, paths, rules, faults);
    say(
        "configuration",
        faults.isEmpty()
            ? config.file().map(Path::normalize).map(Path::toString).orElse("none")
            : "cannot be used");
    try {
      checkup(config, faults);
    } catch (NoSuchPathException e) {
      faults.addAll(e.messages());
    } catch (KnowledgeException e) {
      faults.addAll(e.getMessage().lines().toList());
    }
    if (!faults.isEmpty()) {
      terminal.out().flush();
      throw new UsageException(faults);
    }
    return ExitStatus.CLEAN;
  }

  private void checkup(Config config, List<String> faults) throws NoSuchPathException {
    SourceFiles.Query query =
        new SourceFiles.Query(terminal.directory(), paths, List.of(), true, false);
    SourceFiles files = SourceFiles.find(query);
    Checkup found = Checkup.of(query, files, config, parts.frontEnd().get(), parts.knowledge());
    say(
        "knowledge",
        "%d members of %d types, %d methods that frameworks call"
            .formatted(found.models().get(0), found.models().get(2), found.models().get(1)));
    say(
        "sources",
        "%s%s%s"
            .formatted(
                Counted.of(found.files(), "file"),
                found.testsSkipped() == 0
                    ? ""
                    : ", " + Counted.of(found.testsSkipped(), "test") + " left out",
                found.problems().isEmpty()
                    ? ""
                    : ", " + Counted.of(found.problems().size(), "problem")));
    say("release", found.release() == 0 ? "not stated" : "Java " + found.release());
    say("class path", found.classPath().size() + " found by the build files");
    say(
        "calls",
        found.calls().all() == 0
            ? "none"
            : String.format(
                Locale.ROOT,
                "%.1f %% of %d resolved",
                Math.floor(1000.0 * found.calls().known() / found.calls().all()) / 10,
                found.calls().all()));
    say("dialects", found.dialects().isEmpty() ? "none" : String.join(", ", found.dialects()));
    if (found.files() == 0 && faults.isEmpty()) {
      faults.add("no Java files under " + String.join(", ", paths));
    }
  }

  private void say(String what, String found) {
    terminal.out().print("%-14s %s\n".formatted(what, found));
  }
}
