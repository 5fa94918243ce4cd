package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Line.Malformed;
import dev.asynclint.core.knowledge.Line.Token;

/** The clause that cites what a call was measured to cost. */
final class CostClause {
  private CostClause() {}

  /** The row that is named next. */
  static Effect measured(Line line) throws Malformed {
    Token word = line.word("the id of a row of the cost table");
    CostTable table = CostTable.shipped();
    return table
        .byId(word.text())
        .map(Effect.Measured::new)
        .orElseThrow(() -> Clauses.unknown("row of the cost table", word, table.ids()));
  }
}
