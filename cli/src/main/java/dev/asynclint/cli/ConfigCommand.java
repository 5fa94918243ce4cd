package dev.asynclint.cli;

import dev.asynclint.cli.config.ConfigPage;
import dev.asynclint.cli.config.ConfigSchema;
import dev.asynclint.cli.config.ConfigTemplate;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and begins configurations. */
@Command(
    name = "config",
    description = "Shows what is configured, or begins a configuration.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand implements Runnable {
  private final Terminal terminal;
  private final Parts parts;

  @Spec private CommandSpec spec;

  ConfigCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "show, init or schema is missing");
  }

  @Command(
      name = "show",
      description = "Prints what holds, and where each part of it comes from.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin ConfigOptions options,
      @Parameters(
              paramLabel = "PATH",
              arity = "0..*",
              defaultValue = ".",
              description = "What would be scanned. Default: the working directory.")
          List<String> paths) {
    RuleSet rules = parts.rules().get();
    List<String> faults = new ArrayList<>();
    Config config = options.read(terminal, paths, rules, faults);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    terminal.out().print(ConfigPage.of(config, rules, Thresholds.READER));
    return ExitStatus.CLEAN;
  }

  @Command(
      name = "init",
      description = "Writes an asynclint.toml to begin with into the working directory.",
      mixinStandardHelpOptions = true)
  int init() throws IOException {
    Path file = terminal.directory().resolve(Config.FILE);
    try {
      Files.writeString(file, ConfigTemplate.of(Thresholds.READER), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(List.of(Config.FILE + ": is already there"));
    }
    terminal.notice("wrote " + Config.FILE);
    return ExitStatus.CLEAN;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of asynclint.toml, for editors.",
      mixinStandardHelpOptions = true)
  int schema() {
    terminal.out().print(ConfigSchema.of(parts.rules().get().names(), Thresholds.READER));
    return ExitStatus.CLEAN;
  }
}
