package dev.asynclint.prove.cost;

import java.util.Objects;

/**
 * A call whose cost is measured.
 *
 * @param id names the row of the cost table; lower case words joined by hyphens
 * @param call the member, such as {@code Files.exists}
 * @param with what it is called with, in words
 * @param setUp makes what the call needs, which is not measured, and gives the call
 */
public record Call(String id, String call, String with, SetUp setUp) {
  /** Checks that nothing is missing. */
  public Call {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(setUp, "setUp");
  }

  /** Makes what a call needs. */
  @FunctionalInterface
  public interface SetUp {
    /** The call, ready to be made any number of times by one thread. */
    Body in(Bench bench) throws Exception;
  }

  /** What is measured. */
  @FunctionalInterface
  public interface Body {
    /** Makes the call; the result is kept from being optimised away. */
    Object run() throws Exception;
  }
}
