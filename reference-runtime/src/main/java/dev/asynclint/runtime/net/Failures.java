package dev.asynclint.runtime.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;

/** What the system says about a socket, with the socket it says it about. */
final class Failures {
  private Failures() {}

  /** The same failure with a name before its message. */
  static IOException at(String name, IOException failure) {
    String message =
        name
            + ": "
            + (failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage());
    IOException named;
    if (failure instanceof ConnectException) {
      named = new ConnectException(message);
    } else if (failure instanceof BindException) {
      named = new BindException(message);
    } else if (failure instanceof SocketException) {
      named = new SocketException(message);
    } else {
      named = new IOException(message);
    }
    named.initCause(failure);
    return named;
  }

  /** An address for people. */
  static String text(SocketAddress address) {
    String text = String.valueOf(address);
    return text.startsWith("/") ? text.substring(1) : text;
  }

  /**
   * Refuses an address that is only a name.
   *
   * @throws IllegalArgumentException when it is
   */
  static void requireResolved(InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          address.getHostString()
              + " has no known address; look it up with spawnBlocking, since that blocks");
    }
  }
}
