package dev.asynclint.cli;

import java.util.List;

/** The command line asks for something that cannot be done. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> messages;

  /** All that is wrong, one message each. */
  UsageException(List<String> messages) {
    super(String.join("\n", messages));
    this.messages = List.copyOf(messages);
  }

  List<String> messages() {
    return messages;
  }
}
