package dev.asynclint.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and what happens when one goes wrong. */
final class Commands {
  private static final String DEBUG = "ASYNCLINT_DEBUG";

  private final Terminal terminal;
  private final Parts parts;

  Commands(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  /** Runs one command; never throws. */
  int run(String... arguments) {
    try {
      int status = commandLine().execute(arguments);
      terminal.out().flush();
      return status;
    } catch (OutOfMemoryError e) {
      terminal.notice("out of memory; give it more with ASYNCLINT_JAVA_OPTS=-Xmx4g");
    } catch (StackOverflowError e) {
      terminal.notice("out of stack; give it more with ASYNCLINT_JAVA_OPTS=-Xss64m");
    } catch (RuntimeException | Error e) {
      internal(e);
    }
    return ExitStatus.INCOMPLETE;
  }

  private CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new Asynclint())
            .addSubcommand("scan", new ScanCommand(terminal, parts))
            .addSubcommand("explain", new ExplainCommand(terminal, parts))
            .addSubcommand("rules", new RulesCommand(terminal, parts))
            .addSubcommand("prove", new ProveCommand(terminal, parts))
            .addSubcommand("costs", new CostsCommand(terminal, parts))
            .addSubcommand("baseline", new BaselineCommand(terminal, parts))
            .addSubcommand("config", new ConfigCommand(terminal, parts))
            .addSubcommand("doctor", new DoctorCommand(terminal, parts))
            .addSubcommand("generate-completion", new GenerateCompletion())
            .addSubcommand("help", new CommandLine.HelpCommand());
    boolean coloured = terminal.style(Terminal.Color.AUTO).coloured();
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, given) -> misused(e))
        .setExecutionExceptionHandler((e, command, result) -> failed(e));
  }

  private int misused(CommandLine.ParameterException e) {
    terminal.notice(e.getMessage());
    PrintWriter err = terminal.err();
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private int failed(Exception e) throws Exception {
    if (e instanceof UsageException usage) {
      usage.messages().forEach(terminal::notice);
      return ExitStatus.USAGE;
    }
    internal(e);
    return ExitStatus.INCOMPLETE;
  }

  /** A trace is for us, not for users: it is shown on request. */
  private void internal(Throwable e) {
    terminal.notice(
        "internal error: %s; please report it, with the output of a run with %s"
            .formatted(e, DEBUG + "=1"));
    if (terminal.environment().containsKey(DEBUG)) {
      e.printStackTrace(terminal.err());
    }
  }
}
