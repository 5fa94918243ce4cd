package dev.asynclint.rules.capture;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.ScopedCaptures;
import dev.asynclint.core.facts.ScopedCaptures.ScopedCapture;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports requests, sessions and buffers that a task uses after they were taken back. */
@AutoService(Rule.class)
@AsyncRule(
    id = "request-scoped-capture",
    family = Family.CAPTURE,
    severity = Severity.INFO,
    summary = "Request, session or lent buffer used by a task that outlives it",
    why =
        """
        A container takes request and response back when the handler returns and gives them to the
        next request; a task that still reads them sees another user's data, or nothing. A session
        of the database serves one thread at a time. A buffer that a decoder was lent is released
        when it returns, and its memory is written by others. All of this works until there is load.
        """,
    bad =
        """
        void handle(HttpServletRequest request, Executor pool) {
          pool.execute(
              () -> System.out.println(request.getRemoteAddr())); // expect: request-scoped-capture
        }
        """,
    good =
        """
        void handle(HttpServletRequest request, Executor pool) {
          String address = request.getRemoteAddr();
          pool.execute(() -> System.out.println(address));
        }
        """,
    whenNot =
        """
        After startAsync() the container waits for complete(), and after retain() the buffer stays
        until release(): neither is reported. Nor is a handler that returns a future, a publisher or
        a deferred result, since the container keeps the request open for it.
        """,
    limits =
        """
        Objects that are kept in fields, and those handed to a method that starts the task, are not
        followed. What a task does with a future that somebody else waits for is not reported.
        """,
    imports = {"jakarta.servlet.http.HttpServletRequest", "java.util.concurrent.Executor"},
    references = {
      "Jakarta Servlet specification: lifetime of the request object",
      "Jakarta Persistence: EntityManager is not thread-safe",
      "Netty: reference counted objects"
    })
public final class RequestScopedCapture implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return ScopedCaptures.of(program).all().map(this::finding);
  }

  private Finding finding(ScopedCapture capture) {
    return Report.by(this, capture.use())
        .says(
            "%s runs later and uses '%s', %s", capture.later(), capture.variable(), fault(capture))
        .label("used after its scope has ended")
        .path(capture.path())
        .help(help(capture))
        .confidence(capture.confidence())
        .build();
  }

  private static String fault(ScopedCapture capture) {
    return switch (capture.scope()) {
      case REQUEST -> "which the container takes back when the handler returns";
      case THREAD -> "which serves one thread at a time, while this thread goes on with it";
      case CALLBACK -> "which is released when the callback returns";
    };
  }

  private static String help(ScopedCapture capture) {
    return switch (capture.scope()) {
      case REQUEST -> "copy what the task needs into locals, or keep the request by startAsync()";
      case THREAD -> "open a session of its own in the task, and give it ids in place of entities";
      case CALLBACK -> "retain it before and release it in the task, or copy what the task needs";
    };
  }
}
