package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.OwnLoop;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports waits for a client in a callback of that client. */
@AutoService(Rule.class)
@AsyncRule(
    id = "sync-call-in-async-callback-of-client",
    family = Family.BLOCKING,
    severity = Severity.WARNING,
    summary = "Wait for a client inside a callback of the same client",
    why =
        """
        The callback runs on the event loop that reads the answers of the client. A synchronous call of
        the same client, or a wait for one of its futures, keeps that thread until an answer has been
        read, which only that thread can do: the program waits for the timeout, or for good. Some
        libraries notice and throw instead.
        """,
    bad =
        """
        void rename(StatefulRedisConnection<String, String> redis, String from, String to) {
          redis.async().get(from).thenAccept(
              value -> redis.sync().set(to, value)); // expect: sync-call-in-async-callback-of-client
        }
        """,
    good =
        """
        CompletionStage<String> rename(
            StatefulRedisConnection<String, String> redis, String from, String to) {
          return redis.async().get(from).thenCompose(value -> redis.async().set(to, value));
        }
        """,
    whenNot =
        """
        When the callback is moved to threads of another pool before it waits; the tool sees this where the
        chain says so.
        """,
    limits =
        """
        Two clients of one library, whose identity cannot be told, may share an event loop or not: such
        calls are a warning. Callbacks that a library runs on worker threads by default, such as those of
        gRPC stubs, are not reported.
        """,
    budgets = {"eventLoopWait"},
    imports = {
      "io.lettuce.core.api.StatefulRedisConnection",
      "java.util.concurrent.CompletionStage"
    },
    references = {
      "Lettuce reference: asynchronous API, do not block in callbacks",
      "Netty: ChannelFuture, do not call await inside a ChannelHandler"
    })
public final class SyncCallInAsyncCallbackOfClient implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Cut.OWN_CLIENT
        .in(program)
        .map(call -> finding(call, OwnLoop.of(program).of(call).orElseThrow()));
  }

  private Finding finding(BlockedThread call, OwnLoop.Callback callback) {
    String of =
        callback.source() == call.event()
            ? "its own event loop"
            : "the event loop that calls back for '" + callback.source().display() + "'";
    return Report.by(this, call.site().place())
        .says(
            "'%s' waits on %s for an answer that this thread has to read",
            call.event().display(), of)
        .label(Phrases.keeps(call))
        .path(call.path())
        .help("go on in a further callback: " + Phrases.help(call))
        .confidence(callback.same() ? call.confidence() : Confidence.MEDIUM)
        .build();
  }
}
