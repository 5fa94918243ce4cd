package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers switches, one arm a case. A {@code break} that ends an arm is left out; an arm that falls
 * through ends like any other.
 */
final class SwitchLowering {
  private final FileLowering in;

  /** What the arms of the switch expression around give; null around a statement. */
  private List<Value> open;

  SwitchLowering(FileLowering in) {
    this.in = in;
  }

  /** A switch as a statement. */
  void statement(SwitchTree s) {
    List<Value> outer = open;
    open = null;
    lower(s, s.getExpression(), s.getCases(), false);
    open = outer;
  }

  /** A switch as an expression: one of the values its arms give. */
  Value expression(SwitchExpressionTree e) {
    List<Value> outer = open;
    List<Value> results = new ArrayList<>();
    open = results;
    lower(e, e.getExpression(), e.getCases(), true);
    open = outer;
    return results.isEmpty() ? Value.UNKNOWN : new Value.Choice(results);
  }

  private void lower(
      Tree whole, ExpressionTree selector, List<? extends CaseTree> cases, boolean isExpression) {
    Value subject = in.expressions.lower(selector);
    List<Value> results = open;
    List<Op.Block> arms = new ArrayList<>();
    boolean[] exhaustive = {isExpression};
    in.nested(
        () -> {
          for (CaseTree one : cases) {
            Parts parts = parts(one);
            exhaustive[0] |= parts.isTotal();
            open = results;
            arms.add(
                in.block(
                    one,
                    () -> {
                      if (one.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
                        arm(one, parts, subject, results);
                      } else {
                        in.nested(() -> arm(one, parts, subject, results));
                      }
                    }));
          }
        });
    in.emit(new Op.Branch(in.at.of(whole), Value.UNKNOWN, arms, exhaustive[0]));
  }

  /** What stands before the arrow or colon of a case. */
  private record Parts(List<Tree> labels, Tree guard) {
    /** A default, or a pattern: a switch over patterns must cover everything. */
    boolean isTotal() {
      return labels.isEmpty()
          || labels.stream()
              .anyMatch(
                  label ->
                      PatternLowering.isPattern(label)
                          || label.getKind().name().equals("DEFAULT_CASE_LABEL"));
    }
  }

  /** Sorts the children of a case; which there are differs between releases. */
  private static Parts parts(CaseTree one) {
    List<Tree> children = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree child, Void unused) {
        if (child != null) {
          children.add(child);
        }
        return null;
      }
    }.visitCase(one, null);
    List<? extends ExpressionTree> constants = one.getExpressions();
    List<Tree> labels = new ArrayList<>();
    Tree guard = null;
    for (Tree child : children) {
      boolean isBody =
          child == one.getBody() || one.getStatements() != null && contains(one, child);
      if (isBody) {
        continue;
      }
      boolean isLabel =
          child.getKind().name().endsWith("_CASE_LABEL")
              || PatternLowering.isPattern(child)
              || constants.stream().anyMatch(constant -> constant == child);
      if (isLabel) {
        labels.add(child);
      } else {
        guard = child;
      }
    }
    return new Parts(labels, guard);
  }

  private static boolean contains(CaseTree one, Tree child) {
    return one.getStatements().stream().anyMatch(statement -> statement == child);
  }

  private void arm(CaseTree one, Parts parts, Value subject, List<Value> results) {
    for (Tree label : parts.labels()) {
      if (PatternLowering.isPattern(label)) {
        in.patterns.bind(label, subject);
      }
    }
    if (parts.guard() != null) {
      in.expressions.lower(parts.guard());
    }
    if (one.getCaseKind() == CaseTree.CaseKind.RULE
        && one.getBody() instanceof ExpressionTree value) {
      Value given = in.expressions.lower(value);
      if (results != null) {
        results.add(given);
      }
      return;
    }
    statements(bodyOf(one), results);
  }

  private static List<? extends StatementTree> bodyOf(CaseTree one) {
    if (one.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      return one.getStatements();
    }
    return one.getBody() instanceof BlockTree block
        ? block.getStatements()
        : List.of((StatementTree) one.getBody());
  }

  private void statements(List<? extends StatementTree> statements, List<Value> results) {
    int last = statements.size() - 1;
    if (last >= 0 && statements.get(last) instanceof BreakTree end && end.getLabel() == null) {
      last--;
    }
    for (int i = 0; i <= last; i++) {
      if (i == last && results != null && statements.get(i) instanceof YieldTree end) {
        results.add(in.expressions.lower(end.getValue()));
      } else {
        in.statements.lower(statements.get(i));
      }
    }
  }

  /** A yield from inside an arm. */
  void yield(YieldTree s) {
    Value value = in.expressions.lower(s.getValue());
    if (open != null) {
      open.add(value);
    }
    in.emit(new Op.Opaque(in.at.of(s), "yield", List.of()));
  }
}
