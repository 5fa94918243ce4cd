package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** The state of lowering one file, and the rooms that do it. For one thread. */
final class FileLowering {
  final Attribution known;
  final Positions at;
  final ConstantFields constants;
  final Names names = new Names(this);
  final ExpressionLowering expressions = new ExpressionLowering(this);
  final OperatorLowering operators = new OperatorLowering(this);
  final CallLowering calls = new CallLowering(this);
  final CreationLowering creations = new CreationLowering(this);
  final ClosureLowering closures = new ClosureLowering(this);
  final ReferenceLowering references = new ReferenceLowering(this);
  final PatternLowering patterns = new PatternLowering(this);
  final StatementLowering statements = new StatementLowering(this);
  final LoopLowering loops = new LoopLowering(this);
  final SwitchLowering switches = new SwitchLowering(this);
  final TryLowering tries = new TryLowering(this);
  final TypeLowering types = new TypeLowering(this);

  Scope scope = Scope.file();
  Frame frame;

  private final List<Callable> callables = new ArrayList<>();
  private final List<TypeDecl> decls = new ArrayList<>();
  private final Map<Tree, Integer> anonymous = new IdentityHashMap<>();

  /** Few types have anonymous classes: they are looked for when the first is met. */
  private Tree outermost;

  private final Set<String> usedNames = new HashSet<>();
  private final List<Value.Result> results = new ArrayList<>();
  private final Map<Value, Value> values = new HashMap<>();
  private final Map<Element, Scope.Variable> variables = new IdentityHashMap<>();

  FileLowering(Attribution known, ConstantFields constants, Positions at) {
    this.known = known;
    this.constants = constants;
    this.at = at;
  }

  /** Callables gathered so far, in source order, enclosing ones first. */
  List<Callable> callables() {
    return callables.stream().sorted(Comparator.comparing(c -> order(c.origin()))).toList();
  }

  /** Types gathered so far, in source order, enclosing ones first. */
  List<TypeDecl> decls() {
    return decls.stream().sorted(Comparator.comparing(d -> order(d.origin()))).toList();
  }

  private static long order(Origin origin) {
    return ((long) origin.start() << 32) - origin.end();
  }

  void add(TypeDecl decl) {
    decls.add(decl);
  }

  void add(Callable callable) {
    callables.add(callable);
  }

  /** A name no other callable or type of the file has. */
  String unique(String name) {
    String unique = name;
    for (int i = 2; !usedNames.add(unique); i++) {
      unique = name + "#" + i;
    }
    return unique.intern();
  }

  /** Says which type the anonymous classes that come next are numbered in. */
  void number(Tree type) {
    outermost = type;
  }

  /** Numbers the anonymous classes of the outermost type in source order. */
  private void number() {
    List<NewClassTree> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitNewClass(NewClassTree creation, Void unused) {
        if (creation.getClassBody() != null) {
          found.add(creation);
        }
        return super.visitNewClass(creation, null);
      }
    }.scan(outermost, null);
    found.sort(Comparator.comparingInt(at::bodyStart));
    for (int i = 0; i < found.size(); i++) {
      anonymous.put(found.get(i), i + 1);
    }
    outermost = null;
  }

  int ordinal(NewClassTree anonymousClass) {
    if (outermost != null) {
      number();
    }
    return anonymous.getOrDefault(anonymousClass, 0);
  }

  void emit(Op op) {
    frame.emit(op);
  }

  /** One instance for equal values. */
  Value shared(Value value) {
    return values.computeIfAbsent(value, key -> key);
  }

  /** Emits a call and gives its result. */
  Value call(Origin origin, Target target, Value receiver, List<Value> args, String type) {
    int result = frame.nextResult();
    emit(new Op.Call(origin, target, receiver, args, result, type));
    return result(result);
  }

  /** Results are numbered from 0 in each callable. */
  private Value result(int number) {
    while (results.size() <= number) {
      results.add(new Value.Result(results.size()));
    }
    return results.get(number);
  }

  /** Steps as a block. */
  Op.Block block(Tree tree, Runnable lowering) {
    Origin origin = tree == null ? Origin.NONE : at.of(tree);
    return new Op.Block(origin, frame.collect(lowering));
  }

  /** Runs something inside a nested block of variables. */
  void nested(Runnable lowering) {
    Scope outer = scope;
    scope = scope.block();
    try {
      lowering.run();
    } finally {
      scope = outer;
    }
  }

  /** Runs something inside another callable and gives the steps it emitted. */
  Op.Block inside(Frame inner, Tree tree, Runnable lowering) {
    Frame outerFrame = frame;
    Scope outerScope = scope;
    frame = inner;
    scope = scope.callable(inner);
    try {
      return block(tree, lowering);
    } finally {
      frame = outerFrame;
      scope = outerScope;
    }
  }

  /** The variable a symbol stands for; null when no callable around declares it. */
  Scope.Variable variable(Element symbol) {
    return variables.get(symbol);
  }

  /** Declares a local variable. */
  Value.Local declare(VariableTree v, List<Annotation> annotations, Origin origin) {
    String name = spoken(v);
    String unique = frame.unique(name, frame.enclosing == null ? Set.of() : scope.foreignNames());
    Value.Local local = (Value.Local) shared(new Value.Local(unique));
    String type = type(v);
    remember(v, name, new Scope.Variable(local, type, frame));
    frame.locals.add(new Callable.Variable(unique, type, annotations, origin));
    return local;
  }

  /** Declares a parameter of the current callable. */
  void param(VariableTree v, List<Annotation> annotations, Origin origin) {
    String name = spoken(v);
    String unique = frame.unique(name, Set.of());
    String type = type(v);
    Value value = shared(new Value.Param(unique));
    remember(v, name, new Scope.Variable(value, type, frame));
    frame.params.add(new Callable.Variable(unique, type, annotations, origin));
  }

  /** The erased type of a variable, as declared or inferred. */
  String type(VariableTree v) {
    Element symbol = known.declared(v);
    return known.erased(symbol == null ? known.type(v.getType()) : symbol.asType());
  }

  private String spoken(VariableTree v) {
    String name = known.words.of(v.getName());
    return name.isEmpty() ? "_" : name;
  }

  private void remember(VariableTree v, String name, Scope.Variable variable) {
    if (name.equals("_")) {
      return;
    }
    scope.declare(name, variable);
    Element symbol = known.declared(v);
    if (symbol != null) {
      variables.put(symbol, variable);
    }
  }
}
