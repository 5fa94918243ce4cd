package dev.asynclint.cli;

import java.util.function.BiConsumer;

/** A line that counts files on a terminal; nothing elsewhere. */
final class Progress implements BiConsumer<Integer, Integer>, AutoCloseable {
  private static final String CLEAR = "\r\u001B[K";

  private final Terminal terminal;
  private final boolean shown;
  private int percent = -1;

  Progress(Terminal terminal, boolean wanted) {
    this.terminal = terminal;
    this.shown =
        wanted
            && terminal.errIsTerminal()
            && !terminal.environment().containsKey("CI")
            && !"dumb".equals(terminal.environment().get("TERM"));
  }

  @Override
  public synchronized void accept(Integer done, Integer all) {
    int now = all == 0 ? 100 : (int) (100L * done / all);
    if (shown && now > percent) {
      percent = now;
      terminal.err().print(CLEAR + "reading " + done + " of " + all + " files");
      terminal.err().flush();
    }
  }

  @Override
  public synchronized void close() {
    if (shown && percent >= 0) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }
  }
}
