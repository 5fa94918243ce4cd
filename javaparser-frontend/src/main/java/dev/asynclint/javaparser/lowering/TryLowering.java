package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Certainty;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** Lowers try statements; the implicit closing of resources is no step. */
final class TryLowering {
  private final FileLowering in;

  TryLowering(FileLowering in) {
    this.in = in;
  }

  /** Emits the steps of a try statement. */
  void lower(TryStmt s) {
    Op.Block[] blocks = {Op.Block.EMPTY, Op.Block.EMPTY};
    in.nested(
        () -> {
          if (!s.getResources().isEmpty()) {
            blocks[0] = in.block(s, () -> s.getResources().forEach(this::resource));
          }
          blocks[1] = in.statements.block(s.getTryBlock());
        });
    List<Op.Catch> catches = new ArrayList<>();
    s.getCatchClauses().forEach(clause -> catches.add(clause(clause)));
    Op.Block last = s.getFinallyBlock().map(in.statements::block).orElse(Op.Block.EMPTY);
    in.emit(new Op.Try(in.at.of(s), blocks[0], blocks[1], catches, last));
  }

  private void resource(Expression e) {
    in.expressions.lower(e, TypeSig.UNKNOWN);
  }

  /** The nearest class both extend. */
  private TypeSig common(TypeSig one, TypeSig two) {
    TypeSig common = one;
    while (common instanceof TypeSig.Named named) {
      if (in.project.assignability.test(two, named, false, in::bound) == Certainty.YES) {
        return named;
      }
      List<TypeSig.Named> supertypes = in.project.table.supertypes(named);
      common = supertypes.isEmpty() ? TypeSig.UNKNOWN : supertypes.get(0);
    }
    return TypeSig.UNKNOWN;
  }

  private Op.Catch clause(CatchClause clause) {
    List<String> types = new ArrayList<>();
    Type written = clause.getParameter().getType();
    List<? extends Type> alternatives =
        written instanceof UnionType union ? union.getElements() : List.of(written);
    TypeSig[] type = {null};
    for (Type alternative : alternatives) {
      TypeSig caught = in.scope.types.resolve(AstTypes.raw(alternative));
      type[0] = type[0] == null ? caught : common(type[0], caught);
      types.add(in.erase(caught));
    }
    Value.Local[] variable = new Value.Local[1];
    Op.Block body =
        in.block(
            clause.getBody(),
            () ->
                in.nested(
                    () -> {
                      variable[0] =
                          in.declare(
                              clause.getParameter().getNameAsString(),
                              type[0],
                              clause.getParameter(),
                              List.of());
                      in.statements.all(clause.getBody().getStatements());
                    }));
    return new Op.Catch(in.at.of(clause), types, variable[0].name(), body);
  }
}
