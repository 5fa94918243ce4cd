package dev.asynclint.cli.discover;

import java.util.List;

/** Paths that cannot be scanned. */
public final class NoSuchPathException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> messages;

  NoSuchPathException(List<String> messages) {
    super(String.join("\n", messages));
    this.messages = List.copyOf(messages);
  }

  /** One message a path, in the order they were given. */
  public List<String> messages() {
    return messages;
  }
}
