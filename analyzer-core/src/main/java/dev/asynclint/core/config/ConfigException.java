package dev.asynclint.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  ConfigException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, in the order of the lines. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One thing that is wrong.
   *
   * @param file name as shown
   * @param line from 1, or 0 when the whole file is meant
   * @param column from 1, or 0
   * @param message what is wrong and what to do, one line
   */
  public record Fault(String file, int line, int column, String message) {
    @Override
    public String toString() {
      return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
  }
}
