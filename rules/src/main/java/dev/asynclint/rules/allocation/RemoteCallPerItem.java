package dev.asynclint.rules.allocation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.RemoteCalls;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import java.util.stream.Stream;

/** Reports loops that ask a remote side once for every item. */
@AutoService(Rule.class)
@AsyncRule(
    id = "remote-call-per-item",
    family = Family.ALLOCATION,
    severity = Severity.INFO,
    summary = "Remote call once for every item of a collection",
    why =
        """
        Each round pays for a trip over the network and for a turn at the other end: a hundred items at two
        milliseconds each are a fifth of a second in which the thread does nothing else. One call for all
        items takes little longer than one for the first.
        """,
    bad =
        """
        void close(List<Long> ids, JdbcTemplate jdbc) {
          for (Long id : ids) {
            jdbc.update("update orders set open = false where id = ?", id); // expect: remote-call-per-item
          }
        }
        """,
    good =
        """
        void close(List<Object[]> ids, JdbcTemplate jdbc) {
          jdbc.batchUpdate("update orders set open = false where id = ?", ids);
        }
        """,
    whenNot =
        """
        When there are few items, when the other end has no call for many, or when each item has to succeed
        or fail alone.
        """,
    limits =
        """
        Only calls in the loop itself, or in the function given to it, are seen, and of them only those that
        block; loops over batches and those that may end early are left out.
        """,
    budgets = {"spawnBound"},
    imports = {"java.util.List", "org.springframework.jdbc.core.JdbcTemplate"},
    references = {
      "Spring Framework reference: JDBC batch operations",
      "Hibernate user guide: batching"
    },
    wave = 2)
public final class RemoteCallPerItem implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    int limit = Thresholds.of(program).spawnBound();
    return RemoteCalls.of(program).perItem(limit).map(this::finding);
  }

  private Finding finding(CallSite call) {
    return Report.by(this, call.place())
        .says("'%s' %s once for every item", call.display(), Words.waits(call.waitsFor()))
        .label("a round trip per item")
        .help("ask for all items in one call, or send them as a batch")
        .build();
  }
}
