package dev.asynclint.cli.scan;

import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Rules that report what a test wrote down. */
public final class TestRules {
  private TestRules() {}

  /** Of the family blocking, an error. */
  @AsyncRule(
      id = "stall-in-async",
      family = Family.BLOCKING,
      severity = Severity.ERROR,
      summary = "Call that stalls its thread",
      why =
          """
          The thread serves many requests.
          While it stalls, none of them gets on.
          """,
      bad =
          """
          Mono<Row> load() {
            return Mono.just(query()); // expect: stall-in-async
          }
          """,
      good =
          """
          Mono<Row> load() {
            return Mono.fromCallable(this::query).subscribeOn(elastic);
          }
          """,
      whenNot = "The thread is there for blocking work",
      references = "Threading model, https://example.org/threads",
      fix = FixSafety.SUGGESTED)
  public record Stall(List<Finding> findings) implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return findings.stream();
    }
  }

  /** Of the family locks, a warning, of the second wave. */
  @AsyncRule(
      id = "wait-while-locked",
      family = Family.LOCKS,
      severity = Severity.WARNING,
      summary = "Wait while a lock is held",
      why = "Others queue for the lock.",
      bad = "synchronized void f() { future.join(); } // expect: wait-while-locked",
      good = "void f() { future.join(); }",
      whenNot = "The lock is never shared.",
      wave = 2)
  public record Hold(List<Finding> findings) implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return findings.stream();
    }
  }

  /** Fails on its first finding. */
  @AsyncRule(
      id = "broken-rule",
      family = Family.RUNTIME,
      severity = Severity.WARNING,
      summary = "Nothing, since it breaks",
      why = "It never says.",
      bad = "void f() {} // expect: broken-rule",
      good = "void f() {}",
      whenNot = "Always.")
  public record Broken(List<Finding> findings) implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return findings.stream().map(TestRules::fail);
    }
  }

  private static Finding fail(Finding finding) {
    throw new IllegalStateException("broken on " + finding.location());
  }

  /** Both, without findings. */
  public static RuleSet none() {
    return RuleSet.of(List.of(new Stall(List.of()), new Hold(List.of())));
  }
}
