package dev.asynclint.core.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** Knowledge files that cannot be used, with everything that is wrong with all of them. */
public final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** One exception for all faults, which there must be at least one of. */
  public KnowledgeException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, in the order of the files and of their lines. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One thing that is wrong.
   *
   * @param file name as given to the loader
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
