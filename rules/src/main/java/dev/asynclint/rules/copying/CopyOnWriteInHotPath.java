package dev.asynclint.rules.copying;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.HotWrites;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports copy-on-write collections that are changed for every item. */
@AutoService(Rule.class)
@AsyncRule(
    id = "copy-on-write-in-hot-path",
    family = Family.COPYING,
    severity = Severity.INFO,
    summary = "Collection that is copied at each change, changed for every item",
    why =
        """
        A copy-on-write collection copies all its elements at each change. That is the right price for
        listeners that come and go twice a day; for a change per item it makes a linear job quadratic and
        fills the heap with dead arrays.
        """,
    bad =
        """
        private final CopyOnWriteArrayList<String> all = new CopyOnWriteArrayList<>();

        void collect(List<String> names) {
          for (String name : names) {
            all.add(name); // expect: copy-on-write-in-hot-path
          }
        }
        """,
    good =
        """
        private final CopyOnWriteArrayList<String> all = new CopyOnWriteArrayList<>();

        void collect(List<String> names) {
          all.addAll(names);
        }
        """,
    whenNot =
        """
        For registries of listeners, handlers and the like, which are read at every event and changed now
        and then. They are known by their names and not reported.
        """,
    limits =
        """
        Only changes in loops and in functions that run once for each item count.
        """,
    budgets = {"spawnBound"},
    imports = {"java.util.List", "java.util.concurrent.CopyOnWriteArrayList"},
    references = {
      "java.util.concurrent.CopyOnWriteArrayList: too costly unless traversals vastly outnumber mutations"
    })
public final class CopyOnWriteInHotPath implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return HotWrites.of(program).all(limit).map(this::finding);
  }

  private Finding finding(CallSite write) {
    return Report.by(this, write.place())
        .says("'%s' copies the whole collection for every item", write.display())
        .label("one copy of all elements per item")
        .help("add all items at once, or use a concurrent queue or map")
        .build();
  }
}
