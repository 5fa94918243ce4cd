package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.List;

/**
 * Lowers patterns: each variable is a local written with the value matched. It is declared in the
 * enclosing block, since it may be in scope behind the statement that tests it. Kinds of patterns
 * newer than the release this is compiled for are told by their names.
 */
final class PatternLowering {
  private final FileLowering in;

  PatternLowering(FileLowering in) {
    this.in = in;
  }

  /** {@code value instanceof pattern}. */
  Value instanceOf(InstanceOfTree e) {
    Value value = in.expressions.lower(e.getExpression());
    if (e.getPattern() != null) {
      bind(e.getPattern(), value);
    }
    return Value.UNKNOWN;
  }

  /** Whether a label of a switch is a pattern. */
  static boolean isPattern(Tree label) {
    return label.getKind().name().contains("PATTERN");
  }

  /** Declares and writes the variables of a pattern; those of components have unknown values. */
  void bind(Tree pattern, Value value) {
    new TreeScanner<Void, Value>() {
      @Override
      public Void scan(Tree tree, Value matched) {
        boolean parts = tree != null && tree.getKind().name().equals("DECONSTRUCTION_PATTERN");
        return super.scan(tree, parts ? Value.UNKNOWN : matched);
      }

      @Override
      public Void visitBindingPattern(BindingPatternTree tree, Value matched) {
        variable(tree, matched);
        return null;
      }
    }.scan(pattern, value);
  }

  private void variable(BindingPatternTree pattern, Value value) {
    VariableTree v = pattern.getVariable();
    Value.Local local = in.declare(v, List.of(), in.at.of(pattern));
    in.emit(new Op.Write(in.at.of(pattern, in.at.name(v)), local, value));
  }
}
