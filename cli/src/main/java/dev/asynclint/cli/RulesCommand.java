package dev.asynclint.cli;

import dev.asynclint.cli.report.RuleList;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules. */
@Command(
    name = "rules",
    description = "Lists the rules.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class)
final class RulesCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      converter = Choices.RuleListConverter.class,
      description = "text, json or md.")
  private RuleList.Format format;

  RulesCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() throws IOException {
    RuleList.write(parts.rules().get(), format, terminal.out());
    return ExitStatus.CLEAN;
  }
}
