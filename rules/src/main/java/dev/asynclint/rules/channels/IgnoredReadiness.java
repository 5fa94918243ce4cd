package dev.asynclint.rules.channels;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Readiness;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports producers that write on however slow the other end is. */
@AutoService(Rule.class)
@AsyncRule(
    id = "ignored-readiness",
    family = Family.CHANNELS,
    severity = Severity.INFO,
    summary = "Items written in a loop without asking whether the other end keeps up",
    why =
        """
        A write to a stream or channel returns at once, and what the other end has not read stays in
        memory. A slow client that asks for a large result then holds all of it on the server's heap, and
        a few such clients are enough to exhaust it.
        """,
    bad =
        """
        void export(List<Buffer> rows, WriteStream<Buffer> out) {
          for (Buffer row : rows) {
            out.write(row); // expect: ignored-readiness
          }
        }
        """,
    good =
        """
        void export(Iterator<Buffer> rows, WriteStream<Buffer> out) {
          out.drainHandler(ready -> export(rows, out));
          while (rows.hasNext() && !out.writeQueueFull()) {
            out.write(rows.next());
          }
        }
        """,
    whenNot =
        """
        When the items are few and small, or already in memory and written once. A library helper that
        pipes one stream into another does the asking itself.
        """,
    limits =
        """
        A test for readiness anywhere in the file, or in that of a caller, counts.
        """,
    budgets = {"spawnBound"},
    imports = {
      "io.vertx.core.buffer.Buffer",
      "io.vertx.core.streams.WriteStream",
      "java.util.Iterator",
      "java.util.List"
    },
    references = {
      "gRPC documentation: manual flow control",
      "Vert.x core manual: streams",
      "Netty: Channel.isWritable and WriteBufferWaterMark"
    })
public final class IgnoredReadiness implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return Readiness.of(program).ignored(limit).map(this::finding);
  }

  private Finding finding(CallSite write) {
    return Report.by(this, write.place())
        .says(
            "'%s' writes one item after the other, and what a slow receiver has not read piles up",
            write.display())
        .label("no test for room")
        .help("write while the receiver is ready, and go on from its ready or drain handler")
        .build();
  }
}
