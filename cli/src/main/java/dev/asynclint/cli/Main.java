package dev.asynclint.cli;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int status = new Commands(terminal, Parts.shipped()).run(arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(status);
  }
}
