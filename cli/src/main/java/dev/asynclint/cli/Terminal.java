package dev.asynclint.cli;

import dev.asynclint.cli.report.Style;
import dev.asynclint.cli.report.Tool;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a run reads and writes.
 *
 * @param in what is handed over, read only when asked for
 * @param out data alone
 * @param err notices
 * @param directory the working directory, absolute
 * @param environment variables
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Path directory,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** One that is handed nothing. */
  Terminal(
      PrintWriter out,
      PrintWriter err,
      Path directory,
      Map<String, String> environment,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    this(
        InputStream.nullInputStream(),
        out,
        err,
        directory,
        environment,
        outIsTerminal,
        errIsTerminal);
  }

  /** When colours are used. */
  enum Color {
    /** On a terminal, unless the environment says otherwise. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /**
   * The terminal of this process. Java cannot tell which of the streams is one, the launcher can:
   * it sets {@code asynclint.terminal} to {@code out}, {@code err}, both or none.
   */
  static Terminal ofProcess() {
    String terminals = System.getProperty("asynclint.terminal", "");
    return new Terminal(
        System.in,
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        terminals.contains("out"),
        terminals.contains("err"));
  }

  /** Says something to the person; never data. */
  void notice(String message) {
    message.lines().forEach(line -> err.println(Tool.NAME + ": " + line));
    err.flush();
  }

  /** The colours of {@code out}. NO_COLOR wins over FORCE_COLOR, an option over both. */
  Style style(Color color) {
    return switch (color) {
      case ALWAYS -> new Style(true);
      case NEVER -> Style.PLAIN;
      case AUTO -> new Style(automatic());
    };
  }

  private boolean automatic() {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = environment.getOrDefault("FORCE_COLOR", "");
    if (!force.isEmpty()) {
      return !force.equals("0");
    }
    return outIsTerminal && !"dumb".equals(environment.get("TERM"));
  }
}
