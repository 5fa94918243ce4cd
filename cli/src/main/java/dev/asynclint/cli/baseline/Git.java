package dev.asynclint.cli.baseline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git, which need not be there. */
final class Git {
  private Git() {}

  /** Git cannot be started, or was interrupted. */
  static final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingException(String message) {
      super(message);
    }
  }

  /**
   * What git prints.
   *
   * @param folder where it runs
   * @return empty when it refuses
   */
  static Optional<String> ask(Path folder, String... arguments) throws MissingException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      throw new MissingException("needs git, which cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingException("was interrupted");
    }
  }
}
