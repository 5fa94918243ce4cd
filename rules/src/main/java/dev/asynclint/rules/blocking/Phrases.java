package dev.asynclint.rules.blocking;

import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.rules.Words;

/** Words for what a call waits for and what to do about it. */
final class Phrases {
  private Phrases() {}

  static String keeps(BlockedThread call) {
    String what = Words.waits(call.kind());
    String text = call.bounded() ? what : what + ", no upper bound";
    return call.site() == call.event() ? text : "leads to a call that " + text;
  }

  /** The call, or the call that leads to it. */
  static String subject(BlockedThread call) {
    String event = "'" + call.event().display() + "'";
    return call.site() == call.event()
        ? event
        : "'" + call.site().display() + "' ends in " + event + ", which";
  }

  static String thread(BlockedThread call) {
    return call.context() == Context.CALLER ? call.thread() : call.thread() + " that runs it";
  }

  static String help(BlockedThread call) {
    if (call.site() != call.event()) {
      return "call an asynchronous variant, or run the call on a pool made for blocking work";
    }
    String alternative = call.event().alternative();
    return alternative.isEmpty()
        ? "run it on a pool made for blocking work, or use a non-blocking client"
        : alternative;
  }
}
