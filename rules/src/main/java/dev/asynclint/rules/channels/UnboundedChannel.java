package dev.asynclint.rules.channels;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Channels;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports queues and buffers between two threads that grow as long as the producer is faster. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unbounded-channel",
    family = Family.CHANNELS,
    severity = Severity.INFO,
    summary = "Queue or buffer between two threads without a limit",
    why =
        """
        When the producer is faster for a while, the difference piles up in memory, and every item in the
        pile waits for all those before it: latency grows first, then the garbage collector takes over,
        then the process dies. A limit makes the producer wait, shed load or fail while there is time.
        """,
    bad =
        """
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(); // expect: unbounded-channel

        void log(String line) {
          lines.add(line);
        }

        void drain(Consumer<String> disk) throws InterruptedException {
          while (true) {
            disk.accept(lines.take());
          }
        }
        """,
    good =
        """
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);
        private final AtomicLong lost = new AtomicLong();

        void log(String line) {
          if (!lines.offer(line)) {
            lost.incrementAndGet();
          }
        }

        void drain(Consumer<String> disk) throws InterruptedException {
          while (true) {
            disk.accept(lines.take());
          }
        }
        """,
    whenNot =
        """
        When something else limits what can be in the queue: one item for each connection, a permit taken
        before each item, a pool that was filled once.
        """,
    limits =
        """
        Queues are followed when they stand in a field, are made in one place and not handed to other code.
        The queues of executors are the business of unbounded-executor.
        """,
    budgets = {"spawnBound"},
    imports = {
      "java.util.concurrent.BlockingQueue",
      "java.util.concurrent.LinkedBlockingQueue",
      "java.util.concurrent.atomic.AtomicLong",
      "java.util.function.Consumer"
    },
    references = {
      "java.util.concurrent.LinkedBlockingQueue",
      "Reactor reference: onBackpressureBuffer",
      "Reactive Streams specification: bounded buffers"
    })
public final class UnboundedChannel implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return Channels.of(program).unbounded(limit).map(this::finding);
  }

  private Finding finding(Channels.Unbounded channel) {
    Report report = Report.by(this, channel.site().place()).label("grows without a limit");
    if (channel.put().isEmpty()) {
      return report
          .says(
              "'%s' keeps every item its subscriber has not asked for, however many",
              channel.site().display())
          .help("give it a capacity and say what happens when it is full")
          .build();
    }
    return report
        .says(
            "this queue grows as long as '%s' puts in more than '%s' takes out on another thread",
            channel.put().get().display(), channel.taken().orElseThrow().display())
        .path(channel.way())
        .atMost(Severity.INFO)
        .help("give it a capacity, and let the producer wait, fail or drop when it is full")
        .build();
  }
}
