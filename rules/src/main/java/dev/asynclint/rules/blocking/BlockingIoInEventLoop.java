package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** Reports operations on files, sockets and processes on threads that must not block. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-io-in-event-loop",
    family = Family.BLOCKING,
    severity = Severity.WARNING,
    summary = "File, socket, name look-up or process on a thread that must not block",
    why =
        """
        The operating system answers when it can. A file that is not in memory, a network drive, a slow
        name server or a process that starts keep the thread for milliseconds to seconds, and with it
        everything else that the event loop serves.
        """,
    bad =
        """
        void page(Vertx vertx, HttpServerRequest request) {
          vertx.runOnContext(
              ready -> {
                Buffer page = vertx.fileSystem().readFileBlocking("page.html"); // expect: blocking-io-in-event-loop
                request.response().end(page);
              });
        }
        """,
    good =
        """
        void page(Vertx vertx, HttpServerRequest request) {
          vertx.fileSystem().readFile("page.html").onSuccess(page -> request.response().end(page));
        }
        """,
    whenNot =
        """
        While a server starts or stops, before it serves anyone, a short blocking call on an event
        loop does no harm. A file on a RAM disk may be read faster than a hop to another thread takes.
        """,
    limits =
        """
        One report stands for all file operations of a method. Questions about a file, such as whether
        it exists, take microseconds where they were measured: they are reported, as a note, when that
        is longer than a poll may be. A stream counts when it is seen what it was opened on.
        Calls on the common pool and its like are common-pool-blocking.
        """,
    budgets = {"eventLoopWait", "pollTime"},
    imports = {
      "io.vertx.core.Vertx",
      "io.vertx.core.buffer.Buffer",
      "io.vertx.core.http.HttpServerRequest"
    },
    references = {
      "Vert.x core manual: the golden rule, do not block the event loop",
      "Netty guide: do not block in a channel handler"
    })
public final class BlockingIoInEventLoop implements Rule {
  /** One question to the file system, with the answer mostly in memory. */
  private static final String METADATA = "metadata";

  private static final Set<String> LOCAL = Set.of("file", "class-path", "archive");

  /** Steps of a path that goes through operators alone. */
  private static final int DIRECT = 3;

  @Override
  public Stream<Finding> check(Program program) {
    return Cut.IO.in(program).map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    return Cut.fill(Report.by(this, call.site().place()), call)
        .atMost(isMinor(call) ? Severity.INFO : Severity.WARNING)
        .build();
  }

  /** A file that is read a few calls away is mostly read once: settings, a page, a template. */
  private static boolean isMinor(BlockedThread call) {
    return call.kind().equals(METADATA)
        || (LOCAL.contains(call.kind()) && call.path().size() > DIRECT);
  }
}
