package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;
import java.util.Map;

/**
 * Lowers patterns: each variable is a local written with the value matched. It is declared in the
 * enclosing block, since it may be in scope behind the statement that tests it.
 */
final class PatternLowering {
  private final FileLowering in;

  PatternLowering(FileLowering in) {
    this.in = in;
  }

  /** {@code value instanceof pattern}. */
  Typed instanceOf(InstanceOfExpr e) {
    Typed value = in.expressions.lower(e.getExpression(), TypeSig.UNKNOWN);
    e.getPattern().ifPresent(pattern -> bind(pattern, value));
    return Typed.of(Sigs.BOOLEAN);
  }

  /** Declares and writes the variables of a pattern. */
  void bind(ComponentPatternExpr pattern, Typed value) {
    if (pattern instanceof TypePatternExpr test) {
      TypeSig type = type(test.getType(), value.type());
      Value.Local local = in.declare(test.getNameAsString(), type, test, List.of());
      in.emit(new Op.Write(in.at.of(test, test.getName()), local, value.value()));
    } else if (pattern instanceof RecordPatternExpr test) {
      TypeSig type = type(test.getType(), value.type());
      ClassInfo info =
          type instanceof TypeSig.Named named ? in.project.table.info(named.name()) : null;
      List<ClassInfo.FieldInfo> components =
          info == null
              ? List.of()
              : info.fields().stream().filter(f -> (f.flags() & Flags.STATIC) == 0).toList();
      for (int i = 0; i < test.getPatternList().size(); i++) {
        Typed component = Typed.UNKNOWN;
        if (i < components.size()) {
          Map<String, TypeSig> values = in.project.table.arguments((TypeSig.Named) type);
          TypeSig part = Sigs.bound(Sigs.substitute(components.get(i).type(), values));
          component = Typed.of(part);
        }
        bind(test.getPatternList().get(i), component);
      }
    }
  }

  /** The type a pattern states; a raw one takes its arguments from the value where it can. */
  private TypeSig type(Type written, TypeSig value) {
    if (written.isVarType() || written.isUnknownType()) {
      return value;
    }
    TypeSig type = in.scope.types.resolve(AstTypes.raw(written));
    return type instanceof TypeSig.Named named
            && named.args().isEmpty()
            && value instanceof TypeSig.Named other
            && other.name().equals(named.name())
        ? value
        : type;
  }
}
