package dev.asynclint.core.facts;

/** What one call adds to what is already running, when nothing limits how often it may. */
public enum Started {
  /** A platform thread that the call itself starts. */
  THREAD("a thread"),
  /** A platform thread of an executor that has as many as there are tasks. */
  POOL_THREAD("a thread"),
  /** A virtual thread. */
  VIRTUAL_THREAD("a virtual thread"),
  /** A task in the queue of a pool. */
  QUEUED_TASK("a queued task"),
  /** A subscription. */
  SUBSCRIPTION("a subscription"),
  /** A request that waits for its answer. */
  REQUEST("a request in flight");

  private final String text;

  Started(String text) {
    this.text = text;
  }

  /** With its article, for messages. */
  public String text() {
    return text;
  }
}
