package dev.asynclint.cli;

import dev.asynclint.cli.report.RulePage;
import dev.asynclint.cli.scan.Nearest;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says all there is to say about a rule. */
@Command(
    name = "explain",
    description = "Explains a rule: why it matters, bad and good code, when not to mind.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts parts;

  @Parameters(paramLabel = "RULE", description = "Id of the rule, such as blocking-call-in-async.")
  private String id;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      converter = Choices.ColorConverter.class,
      description = "auto, always or never.")
  private Terminal.Color color;

  ExplainCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() {
    RuleSet rules = parts.rules().get();
    List<String> ids = rules.ids();
    RuleInfo rule =
        rules
            .byId(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        List.of("unknown rule '%s'%s".formatted(id, Nearest.question(id, ids)))));
    terminal.out().print(RulePage.text(rule, terminal.style(color)));
    return ExitStatus.CLEAN;
  }
}
