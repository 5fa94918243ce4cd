package dev.asynclint.cli;

import dev.asynclint.cli.report.RuleList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write one page a rule and a README.md to this directory; with --format md.")
  private Path output;

  RulesCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() throws IOException {
    if (output != null) {
      write();
      return ExitStatus.CLEAN;
    }
    RuleList.write(parts.rules().get(), format, terminal.out());
    return ExitStatus.CLEAN;
  }

  private void write() {
    if (format != RuleList.Format.MD) {
      throw new UsageException(List.of("--output writes pages; add --format md"));
    }
    try {
      Files.createDirectories(output);
      for (Map.Entry<String, String> page : RuleList.pages(parts.rules().get()).entrySet()) {
        Files.writeString(output.resolve(page.getKey()), page.getValue());
      }
    } catch (IOException e) {
      throw new UsageException(
          List.of("cannot write to '" + output + "'; give a directory of yours to --output"));
    }
  }
}
