package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Lowers try statements; the implicit closing of resources is no step. */
final class TryLowering {
  private final FileLowering in;

  TryLowering(FileLowering in) {
    this.in = in;
  }

  /** Emits the steps of a try statement. */
  void lower(TryTree s) {
    Op.Block[] blocks = {Op.Block.EMPTY, Op.Block.EMPTY};
    in.nested(
        () -> {
          if (!s.getResources().isEmpty()) {
            blocks[0] = in.block(s, () -> s.getResources().forEach(this::resource));
          }
          blocks[1] = in.statements.block(s.getBlock());
        });
    List<Op.Catch> catches = new ArrayList<>();
    s.getCatches().forEach(clause -> catches.add(clause(clause)));
    Op.Block last =
        s.getFinallyBlock() == null ? Op.Block.EMPTY : in.statements.block(s.getFinallyBlock());
    in.emit(new Op.Try(in.at.of(s), blocks[0], blocks[1], catches, last));
  }

  private void resource(Tree resource) {
    if (resource instanceof VariableTree variable) {
      in.statements.declare(variable);
    } else {
      in.expressions.lower(resource);
    }
  }

  private Op.Catch clause(CatchTree clause) {
    VariableTree caught = clause.getParameter();
    List<? extends Tree> alternatives =
        caught.getType() instanceof UnionTypeTree union
            ? union.getTypeAlternatives()
            : List.of(caught.getType());
    List<String> types =
        alternatives.stream().map(type -> in.known.erased(in.known.type(type))).toList();
    Value.Local[] variable = new Value.Local[1];
    Op.Block body =
        in.block(
            clause.getBlock(),
            () ->
                in.nested(
                    () -> {
                      variable[0] = in.declare(caught, List.of(), in.at.of(caught));
                      in.statements.all(clause.getBlock().getStatements());
                    }));
    return new Op.Catch(in.at.of(clause), types, variable[0].name(), body);
  }
}
