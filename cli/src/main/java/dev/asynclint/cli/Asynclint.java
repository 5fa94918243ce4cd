package dev.asynclint.cli;

import dev.asynclint.cli.report.Tool;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = Tool.NAME,
    description = "Finds the code that stalls an asynchronous Java program.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 clean, 1 findings, 2 wrong usage or configuration,",
      "3 internal error or a file that cannot be parsed."
    })
final class Asynclint implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Prints the version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Tool.NAME + " " + Tool.version()};
    }
  }
}
