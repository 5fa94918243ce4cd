package dev.asynclint.rules.capture;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.EarlyCloses;
import dev.asynclint.core.facts.EarlyCloses.EarlyClose;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports resources that are closed while asynchronous work still uses them. */
@AutoService(Rule.class)
@AsyncRule(
    id = "resource-closed-before-completion",
    family = Family.CAPTURE,
    severity = Severity.WARNING,
    summary = "Resource closed by a try statement while asynchronous work still uses it",
    why =
        """
        A try statement closes its resources when its block is left, and a block that starts
        asynchronous work is left at once. The work then reads from a closed stream or sends on a
        closed connection: it fails, or succeeds only when it happens to be faster than close().
        """,
    bad =
        """
        CompletableFuture<Integer> first(Path file, Executor pool) throws IOException {
          try (InputStream in = Files.newInputStream(file)) {
            return CompletableFuture.supplyAsync(() -> read(in), pool); // expect: resource-closed-before-completion
          }
        }

        private static int read(InputStream in) {
          try {
            return in.read();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        """,
    good =
        """
        CompletableFuture<Integer> first(Path file, Executor pool) {
          return CompletableFuture.supplyAsync(() -> read(file), pool);
        }

        private static int read(Path file) {
          try (InputStream in = Files.newInputStream(file)) {
            return in.read();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        """,
    whenNot =
        """
        Resources whose close() waits for the work they were given, such as executors and task
        scopes, and those whose close() does nothing, are not reported.
        """,
    limits =
        """
        A resource that a helper hands to the later work is not followed. That a call on the
        resource itself is not done when its future is returned is reported as a warning, since its
        close() may wait.
        """,
    imports = {
      "java.io.IOException",
      "java.io.InputStream",
      "java.io.UncheckedIOException",
      "java.nio.file.Files",
      "java.nio.file.Path",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Executor"
    },
    references = {
      "The Java Language Specification: try-with-resources",
      "Reactor reference: using, usingWhen"
    })
public final class ResourceClosedBeforeCompletion implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return EarlyCloses.of(program).all().map(this::finding);
  }

  private Finding finding(EarlyClose close) {
    String user = close.inTask() ? "the closure given to " : "";
    return Report.by(this, close.use())
        .says(
            "'%s' is closed when the try statement ends, but %s'%s' uses it until its work is done",
            close.resource(), user, close.keeper().display())
        .label("may find '" + close.resource() + "' closed")
        .path(close.path())
        .help("close it when the work is done (whenComplete, usingWhen), or open it in the task")
        .confidence(close.confidence())
        .build();
  }
}
