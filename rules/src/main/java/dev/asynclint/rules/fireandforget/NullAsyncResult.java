package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.NullResults;
import dev.asynclint.core.facts.NullResults.NullResult;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports null where a future or publisher is promised. */
@AutoService(Rule.class)
@AsyncRule(
    id = "null-async-result",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.ERROR,
    summary = "null returned where a future or publisher is promised",
    why =
        """
        Callers chain on what they get: the next thenApply or flatMap throws a NullPointerException,
        often on another thread and far from the method that returned null. Inside a composing
        operator, null fails the whole chain.
        """,
    bad =
        """
        CompletableFuture<String> find(String id) {
          if (id.isEmpty()) {
            return null; // expect: null-async-result
          }
          return CompletableFuture.supplyAsync(() -> id);
        }
        """,
    good =
        """
        CompletableFuture<String> find(String id) {
          if (id.isEmpty()) {
            return CompletableFuture.completedFuture(null);
          }
          return CompletableFuture.supplyAsync(() -> id);
        }
        """,
    whenNot =
        """
        A method whose callers all check for null. Annotate it @Nullable, and it is not reported.
        """,
    limits = "A null that comes out of a variable, a field or another method is not followed.",
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {
      "java.util.concurrent.CompletionStage: functions that return stages",
      "Reactive Streams specification, rule 2.13: null is not allowed"
    },
    fix = FixSafety.SUGGESTED)
public final class NullAsyncResult implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return NullResults.of(program).all().map(this::finding);
  }

  private Finding finding(NullResult found) {
    String where =
        found
            .to()
            .map(site -> "'" + site.display() + "' fails on it")
            .orElse("callers chain on it");
    return Report.by(this, found.place())
        .says("null is returned in place of a %s: %s", found.type(), where)
        .label("null, not a " + found.type())
        .help("return " + found.instead())
        .fix("Return " + found.instead(), found.edits())
        .atMost(found.stub() ? Severity.INFO : Severity.ERROR)
        .build();
  }
}
