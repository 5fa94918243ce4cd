package dev.asynclint.rules.blocking;

import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.EagerArguments;
import dev.asynclint.core.facts.OwnLoop;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.runtime.budget.Budgets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rule speaks of a blocked thread; each belongs to exactly one. The two narrow faults come
 * first. Then where decides: what holds a pool of as many threads as cores is one fault, whatever
 * is waited for. Elsewhere, on event loops and in methods that promise an asynchronous result, what
 * is waited for decides.
 */
enum Cut {
  /** A wait for the client that calls back. */
  OWN_CLIENT,
  /** A slow call in an argument that is evaluated too early. */
  EAGER,
  /** Anything on a pool made for computing. */
  CPU_POOL,
  /** Other work of this program. */
  WAIT,
  /** What the operating system does for this machine. */
  IO,
  /** Another service. */
  CLIENT,
  /** The rest: sleeps, locks, queues. */
  OTHER;

  private static final Set<String> IO_KINDS =
      Set.of(
          "file",
          "metadata",
          "url",
          "socket",
          "dns",
          "process",
          "console",
          "pipe",
          "class-path",
          "stream",
          "channel",
          "archive",
          "entropy",
          "preferences",
          "device");

  private static final Set<String> CLIENT_KINDS =
      Set.of(
          "database",
          "transaction",
          "http",
          "rpc",
          "redis",
          "messaging",
          "search",
          "cache",
          "cloud",
          "mail",
          "directory");

  /** The blocked threads of a program that one rule speaks of. */
  Stream<BlockedThread> in(Program program) {
    Budgets budgets = Thresholds.of(program);
    Duration longest = budgets.eventLoopWait();
    EagerArguments eager = EagerArguments.of(program, longest, budgets.pollTime());
    OwnLoop own = OwnLoop.of(program);
    return program
        .blockedThreads(longest, budgets.pollTime())
        .filter(call -> of(call, eager, own) == this);
  }

  private static Cut of(BlockedThread call, EagerArguments eager, OwnLoop own) {
    if (own.of(call).isPresent()) {
      return OWN_CLIENT;
    } else if (eager.has(call.site())) {
      return EAGER;
    } else if (call.context() == Context.CPU_POOL) {
      return CPU_POOL;
    } else if (call.waits()) {
      return WAIT;
    } else if (IO_KINDS.contains(call.kind())) {
      return IO;
    }
    return CLIENT_KINDS.contains(call.kind()) ? CLIENT : OTHER;
  }

  /** What all these rules say alike; only a fault of an event loop is ever an error. */
  static Report fill(Report report, BlockedThread call) {
    return report
        .says(
            "%s %s %s",
            Phrases.subject(call), call.waits() ? "waits on" : "blocks", Phrases.thread(call))
        .label(Phrases.keeps(call))
        .path(call.path())
        .help(Phrases.help(call))
        .confidence(call.confidence())
        .meant(call.meant())
        .atMost(worst(call));
  }

  private static Severity worst(BlockedThread call) {
    if (call.formal()) {
      return Severity.INFO;
    }
    return call.context() == Context.EVENT_LOOP ? Severity.ERROR : Severity.WARNING;
  }
}
