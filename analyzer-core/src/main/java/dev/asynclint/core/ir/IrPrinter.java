package dev.asynclint.core.ir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes units as text: stable, complete but for offsets, which stand as {@code line:column} of the
 * anchor. For golden files and for people.
 */
public final class IrPrinter {
  private final StringBuilder out = new StringBuilder();
  private final LineMap lines;
  private int depth;

  private IrPrinter(LineMap lines) {
    this.lines = lines;
  }

  /** The text of a unit, every line ended by LF. */
  public static String print(Unit unit) {
    IrPrinter printer = new IrPrinter(unit.lines());
    printer.line("unit " + unit.file() + (unit.complete() ? "" : " incomplete"));
    unit.comments().forEach(c -> printer.line("comment " + printer.at(c.origin()) + c.text()));
    unit.types().forEach(printer::type);
    unit.callables().forEach(printer::callable);
    return printer.out.toString();
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private String at(Origin origin) {
    return origin.equals(Origin.NONE)
        ? "-: "
        : lines.line(origin.anchor()) + ":" + lines.column(origin.anchor()) + ": ";
  }

  private static String words(Set<String> modifiers) {
    return new TreeSet<>(modifiers).stream().map(m -> m + " ").collect(Collectors.joining());
  }

  private static String annotations(List<Annotation> annotations) {
    return annotations.stream()
        .map(a -> "@" + a.type() + (a.strings().isEmpty() ? "" : a.strings()) + " ")
        .collect(Collectors.joining());
  }

  private void type(TypeDecl type) {
    line(
        at(type.origin())
            + annotations(type.annotations())
            + words(type.modifiers())
            + type.kind().name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + type.name()
            + (type.supertypes().isEmpty() ? "" : " : " + String.join(", ", type.supertypes()))
            + (type.enclosing().isEmpty() ? "" : " in " + type.enclosing())
            + (type.enclosingCallable().isEmpty() ? "" : " of " + type.enclosingCallable()));
    depth++;
    for (TypeDecl.Field field : type.fields()) {
      String value = field.value() == Value.UNKNOWN ? "" : " = " + value(field.value());
      line(
          at(field.origin())
              + annotations(field.annotations())
              + words(field.modifiers())
              + field.type()
              + " "
              + field.name()
              + value);
    }
    depth--;
  }

  private String variables(List<Callable.Variable> variables) {
    return variables.stream()
        .map(v -> annotations(v.annotations()) + v.type() + " " + v.name())
        .collect(Collectors.joining(", "));
  }

  private void callable(Callable callable) {
    line(
        at(callable.origin())
            + annotations(callable.annotations())
            + words(callable.modifiers())
            + callable.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + " "
            + callable.id()
            + (callable.enclosing().isEmpty() ? "" : " in " + callable.enclosing()));
    depth++;
    line("(" + variables(callable.params()) + ") -> " + callable.returns());
    if (!callable.locals().isEmpty()) {
      line("locals " + variables(callable.locals()));
    }
    for (Callable.Capture capture : callable.captures()) {
      line("captures " + at(capture.origin()) + capture.type() + " " + value(capture.variable()));
    }
    if (callable.hasBody()) {
      callable.body().ops().forEach(this::op);
    }
    depth--;
  }

  private void block(String label, Op.Block block) {
    if (block.ops().isEmpty()) {
      line(label + " {}");
      return;
    }
    line(label);
    depth++;
    block.ops().forEach(this::op);
    depth--;
  }

  private void op(Op op) {
    String at = at(op.origin());
    if (op instanceof Op.Call call) {
      line(
          at
              + ("#" + call.result() + " " + call.type() + " = call ")
              + target(call.target())
              + (" on " + value(call.receiver()) + " " + values(call.args())));
    } else if (op instanceof Op.New make) {
      String target = make.type().endsWith("[]") ? "" : " by " + target(make.target());
      line(at + "#" + make.result() + " = new " + make.type() + " " + values(make.args()) + target);
    } else if (op instanceof Op.Make make) {
      line(at + "make " + make.callable() + " as " + make.type());
    } else if (op instanceof Op.Read read) {
      line(at + "read " + value(read.place()));
    } else if (op instanceof Op.Write write) {
      line(at + "write " + value(write.place()) + " = " + value(write.value()));
    } else if (op instanceof Op.Return result) {
      line(at + "return " + value(result.value()));
    } else if (op instanceof Op.Throw thrown) {
      line(at + "throw " + value(thrown.value()));
    } else {
      structure(op, at);
    }
  }

  private void structure(Op op, String at) {
    if (op instanceof Op.Block block) {
      block(at + "block", block);
    } else if (op instanceof Op.Branch branch) {
      line(at + "branch " + value(branch.condition()) + (branch.exhaustive() ? "" : " partial"));
      branch.arms().forEach(arm -> block("arm", arm));
    } else if (op instanceof Op.Loop loop) {
      String bound = loop.bound() == Value.UNKNOWN ? "" : " to " + value(loop.bound());
      String variable = loop.variable() == Value.UNKNOWN ? "" : value(loop.variable()) + " in ";
      String kind = loop.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      block(at + "loop " + kind + " " + variable + value(loop.subject()) + bound, loop.body());
    } else if (op instanceof Op.Try attempt) {
      line(at + "try");
      if (!attempt.resources().ops().isEmpty()) {
        block("resources", attempt.resources());
      }
      block("body", attempt.body());
      for (Op.Catch clause : attempt.catches()) {
        String types = String.join(" | ", clause.types());
        block("catch " + types + " " + clause.variable(), clause.body());
      }
      if (!attempt.finallyBlock().ops().isEmpty()) {
        block("finally", attempt.finallyBlock());
      }
    } else if (op instanceof Op.Sync sync) {
      block(at + "sync " + value(sync.lock()), sync.body());
    } else if (op instanceof Op.Opaque opaque) {
      line(at + opaque.what());
      depth++;
      opaque.kids().forEach(this::op);
      depth--;
    }
  }

  private static String target(Target target) {
    if (target instanceof Target.Known known) {
      boolean same = known.receiver().equals(known.owner());
      return (known.isStatic() ? "static " : "")
          + known.owner()
          + "."
          + known.name()
          + (known.parameters().isEmpty() ? "/" + known.arity() : known.parameters())
          + (same ? "" : " of " + known.receiver());
    }
    if (target instanceof Target.OneOf some) {
      return some.targets().stream().map(IrPrinter::target).collect(Collectors.joining(" | "));
    }
    Target.Unknown unknown = (Target.Unknown) target;
    return unknown.receiver() + "?" + unknown.name() + "/" + unknown.arity();
  }

  private static String values(List<Value> values) {
    return values.stream().map(IrPrinter::value).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A value as it stands in the text. */
  public static String value(Value value) {
    if (value instanceof Value.Local local) {
      return local.name();
    } else if (value instanceof Value.Param param) {
      return "param " + param.name();
    } else if (value instanceof Value.This) {
      return "this";
    } else if (value instanceof Value.TypeName type) {
      return "type " + type.type();
    } else if (value instanceof Value.Field field) {
      return "(" + value(field.base()) + ")." + field.name() + ":" + field.type();
    } else if (value instanceof Value.Element element) {
      return value(element.array()) + "[..]";
    } else if (value instanceof Value.Result result) {
      return "#" + result.op();
    } else if (value instanceof Value.Closure closure) {
      return "closure " + closure.callable();
    } else if (value instanceof Value.Const constant) {
      return constant(constant);
    } else if (value instanceof Value.Logic logic) {
      String kind = logic.kind().name().toLowerCase(java.util.Locale.ROOT);
      return kind + values(logic.operands());
    } else if (value instanceof Value.Choice choice) {
      return "choice" + values(choice.options());
    }
    return "?";
  }

  private static String constant(Value.Const constant) {
    if (constant.equals(Value.Const.NULL)) {
      return "null";
    }
    Object value = constant.value();
    if (value instanceof String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        quoted.append(
            c == '"' || c == '\\'
                ? "\\" + c
                : c == '\n' ? "\\n" : c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
      }
      return quoted.append('"').toString();
    }
    String suffix = value instanceof Long ? "L" : value instanceof Float ? "f" : "";
    return value instanceof Character ? "'" + value + "'" : value + suffix;
  }
}
