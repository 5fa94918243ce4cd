package dev.asynclint.rules.blocking;

import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.knowledge.Context;
import java.util.Map;

/** Words for what a call waits for and what to do about it. */
final class Phrases {
  private static final Map<String, String> OBJECTS =
      Map.ofEntries(
          Map.entry("sleep", "sleeps"),
          Map.entry("file", "waits for the file system"),
          Map.entry("socket", "waits for the network"),
          Map.entry("dns", "waits for a name server"),
          Map.entry("process", "waits for a process"),
          Map.entry("database", "waits for the database"),
          Map.entry("transaction", "waits for the database"),
          Map.entry("http", "waits for a response"),
          Map.entry("rpc", "waits for a response"),
          Map.entry("redis", "waits for Redis"),
          Map.entry("messaging", "waits for the broker"));

  private Phrases() {}

  static String keeps(BlockedThread call) {
    String what = OBJECTS.getOrDefault(call.kind(), "waits for a " + call.kind());
    String text = call.bounded() ? what : what + ", no upper bound";
    return call.site() == call.event() ? text : "leads to a call that " + text;
  }

  static String runsIt(BlockedThread call) {
    return call.context() == Context.CALLER ? "" : " that runs it";
  }

  static String help(CallSite call) {
    String alternative = call.alternative();
    return alternative.isEmpty()
        ? "run it on a pool made for blocking work, or use a non-blocking client"
        : alternative;
  }
}
