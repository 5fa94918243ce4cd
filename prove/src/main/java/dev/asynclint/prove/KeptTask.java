package dev.asynclint.prove;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;

/** A command that waits for one turn before it runs, so that what it keeps can be looked at. */
final class KeptTask implements Async<Void> {
  private final Runnable command;
  private final Runnable after;
  private boolean waited;

  KeptTask(Runnable command, Runnable after) {
    this.command = command;
    this.after = after;
  }

  @Override
  public Poll<Void> poll(Context cx) {
    if (!waited) {
      waited = true;
      cx.defer(cx.waker());
      return Poll.pending();
    }
    try {
      command.run();
    } finally {
      after.run();
    }
    return Poll.ready(null);
  }
}
