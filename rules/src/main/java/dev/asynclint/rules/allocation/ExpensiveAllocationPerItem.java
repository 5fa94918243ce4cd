package dev.asynclint.rules.allocation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Allocations;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports heavy objects that are made again for every item although one would do. */
@AutoService(Rule.class)
@AsyncRule(
    id = "expensive-allocation-per-item",
    family = Family.ALLOCATION,
    severity = Severity.WARNING,
    summary = "Expensive object made again for every item",
    why =
        """
        A compiled pattern, a JSON mapper or an HTTP client takes microseconds to milliseconds to make, and
        fills caches and pools that pay off only when it is used again. Made per item, the making is most
        of the work.
        """,
    bad =
        """
        int matching(List<String> lines) {
          int hits = 0;
          for (String line : lines) {
            if (Pattern.compile("a+b").matcher(line).find()) { // expect: expensive-allocation-per-item
              hits++;
            }
          }
          return hits;
        }
        """,
    good =
        """
        private static final Pattern WANTED = Pattern.compile("a+b");

        int matching(List<String> lines) {
          int hits = 0;
          for (String line : lines) {
            if (WANTED.matcher(line).find()) {
              hits++;
            }
          }
          return hits;
        }
        """,
    whenNot =
        """
        When the object keeps state of a single use, or may not be shared between threads and the loop is
        short. Then one object per loop, not per item, is still enough.
        """,
    limits =
        """
        The object has to be made of the same values in each round and used there alone.
        """,
    budgets = {"spawnBound"},
    imports = {"java.util.List", "java.util.regex.Pattern"},
    references = {
      "java.util.regex.Pattern: instances are immutable and safe for use by several threads",
      "Jackson documentation: reuse ObjectMapper",
      "Effective Java, item 6: avoid creating unnecessary objects"
    })
public final class ExpensiveAllocationPerItem implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return Allocations.of(program).perItem(limit).map(this::finding);
  }

  private Finding finding(Allocations.Heavy made) {
    String where =
        made.constant() ? "make it once, in a constant" : "make it once, before the loop";
    return Report.by(this, made.site().place())
        .says("'%s' makes the same expensive object for every item", made.site().display())
        .label("made once per item")
        .atMost(made.plain() ? Severity.WARNING : Severity.INFO)
        .help(where)
        .build();
  }
}
