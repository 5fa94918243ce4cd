package dev.asynclint.rules.copying;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.ConstantCopies;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports copies made again for every item although the original would do. */
@AutoService(Rule.class)
@AsyncRule(
    id = "copy-per-element",
    family = Family.COPYING,
    severity = Severity.INFO,
    summary = "The same collection or array copied again for every item",
    why =
        """
        The copy costs time and memory in proportion to its size, once per item: a linear job turns
        quadratic, and the garbage it makes competes with the work itself.
        """,
    bad =
        """
        int hits(List<String> words, List<String> known) {
          int hits = 0;
          for (String word : words) {
            List<String> copy = new ArrayList<>(known); // expect: copy-per-element
            if (copy.contains(word)) {
              hits++;
            }
          }
          return hits;
        }
        """,
    good =
        """
        int hits(List<String> words, List<String> known) {
          int hits = 0;
          for (String word : words) {
            if (known.contains(word)) {
              hits++;
            }
          }
          return hits;
        }
        """,
    whenNot =
        """
        A copy is needed when another thread, or the loop itself, changes the original. Such copies
        are not reported as far as the change can be seen.
        """,
    budgets = {"copyElements", "spawnBound"},
    imports = {"java.util.ArrayList", "java.util.List"},
    references = {"Effective Java, item 50: make defensive copies when needed"})
public final class CopyPerElement implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int rounds = Thresholds.of(program).spawnBound();
    Stream<Finding> constants = ConstantCopies.of(program).all(rounds).map(this::constant);
    return Stream.concat(constants, variables(program));
  }

  private Stream<Finding> variables(Program program) {
    return program
        .modelled()
        .filter(
            call ->
                call.copiesPerItem(Thresholds.of(program).copyElements()).certain()
                    && call.copyIsReadOnly().certain())
        .map(this::finding);
  }

  private Finding constant(CallSite call) {
    return Report.by(this, call.place())
        .says("'%s' makes the same copy of a constant for every item", call.display())
        .label("copied once per item")
        .help("copy once, into a constant")
        .build();
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says("'%s' copies the same values again for every item, only to read them", call.display())
        .label("copied once per item")
        .help("read the original, or copy once before the loop")
        .build();
  }
}
