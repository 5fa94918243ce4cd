package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of lowering one file, and the rooms that do it. For one thread. */
final class FileLowering {
  final Project project;
  final String text;
  final Positions at;
  final Names names;
  final ExpressionLowering expressions;
  final OperatorLowering operators;
  final CallLowering calls;
  final CreationLowering creations;
  final ArgumentLowering arguments;
  final ClosureLowering closures;
  final ReferenceLowering references;
  final PatternLowering patterns;
  final StatementLowering statements;
  final LoopLowering loops;
  final SwitchLowering switches;
  final TryLowering tries;
  final TypeLowering types;

  Scope scope;
  Frame frame;
  int knownCalls;
  int allCalls;

  private final List<Callable> callables = new ArrayList<>();
  private final List<TypeDecl> decls = new ArrayList<>();
  private final Map<Node, Integer> anonymous = new IdentityHashMap<>();
  private final Set<String> usedNames = new HashSet<>();
  private final Map<Value, Value> values = new HashMap<>();

  FileLowering(Project project, String text, Positions at, Scope scope) {
    this.project = project;
    this.text = text;
    this.at = at;
    this.scope = scope;
    this.names = new Names(this);
    this.expressions = new ExpressionLowering(this);
    this.operators = new OperatorLowering(this);
    this.calls = new CallLowering(this);
    this.creations = new CreationLowering(this);
    this.arguments = new ArgumentLowering(this);
    this.closures = new ClosureLowering(this);
    this.references = new ReferenceLowering(this);
    this.patterns = new PatternLowering(this);
    this.statements = new StatementLowering(this);
    this.loops = new LoopLowering(this);
    this.switches = new SwitchLowering(this);
    this.tries = new TryLowering(this);
    this.types = new TypeLowering(this);
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

  /** Numbers the anonymous classes of an outermost type in source order. */
  void number(Node outermost) {
    List<Node> found = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(outermost));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node instanceof ObjectCreationExpr creation
              && creation.getAnonymousClassBody().isPresent()
          || node instanceof EnumConstantDeclaration constant
              && !constant.getClassBody().isEmpty()) {
        found.add(node);
      }
      open.addAll(node.getChildNodes());
    }
    found.sort(Comparator.comparingInt(at::bodyStart));
    for (int i = 0; i < found.size(); i++) {
      anonymous.put(found.get(i), i + 1);
    }
  }

  int ordinal(Node anonymousClass) {
    return anonymous.getOrDefault(anonymousClass, 0);
  }

  void emit(Op op) {
    frame.emit(op);
  }

  /** One instance for equal values. */
  Value shared(Value value) {
    return values.computeIfAbsent(value, key -> key);
  }

  String erase(TypeSig type) {
    return project.mention(scope.types.erase(type));
  }

  TypeSig bound(String variable) {
    return scope.types.bound(variable);
  }

  /** A type with type variables and wildcards replaced by what they extend. */
  TypeSig upper(TypeSig type) {
    TypeSig upper = Sigs.bound(type);
    for (int i = 0; upper instanceof TypeSig.Var variable && i < 8; i++) {
      upper = Sigs.bound(bound(variable.name()));
    }
    return upper;
  }

  /** Emits a call and gives its result. */
  Typed call(Origin origin, Target target, Value receiver, List<Value> args, TypeSig type) {
    allCalls++;
    knownCalls += target instanceof Target.Unknown ? 0 : 1;
    int result = frame.nextResult();
    emit(new Op.Call(origin, project.shared(target), receiver, args, result, erase(type)));
    return Typed.of(shared(new Value.Result(result)), type);
  }

  /** Steps as a block. */
  Op.Block block(Node node, Runnable lowering) {
    Origin origin = node == null ? Origin.NONE : at.of(node);
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
  Op.Block inside(Frame inner, Scope innerScope, Node node, Runnable lowering) {
    Frame outerFrame = frame;
    Scope outerScope = scope;
    frame = inner;
    scope = innerScope;
    try {
      return block(node, lowering);
    } finally {
      frame = outerFrame;
      scope = outerScope;
    }
  }

  /** Declares a local variable. */
  Value.Local declare(String name, TypeSig type, Node node, List<Annotation> annotations) {
    String unique = frame.unique(name, frame.enclosing == null ? Set.of() : scope.foreignNames());
    Value.Local local = (Value.Local) shared(new Value.Local(unique));
    TypeSig known = type == Sigs.NULL ? TypeSig.UNKNOWN : Sigs.bound(type);
    if (!name.equals("_")) {
      scope.declare(name, new Scope.Variable(local, known, frame));
    }
    Node anchor = node instanceof VariableDeclarator declarator ? declarator.getName() : node;
    Origin origin = at.of(node, anchor);
    frame.locals.add(new Callable.Variable(unique, erase(known), annotations, origin));
    return local;
  }

  /** Declares a parameter of the current callable. */
  void param(String name, TypeSig type, List<Annotation> annotations, Origin origin) {
    String unique = frame.unique(name, Set.of());
    TypeSig known = Sigs.bound(type);
    if (!name.equals("_")) {
      Value value = shared(new Value.Param(unique));
      scope.declare(name, new Scope.Variable(value, known, frame));
    }
    String erased = known == Sigs.NULL ? Types.UNKNOWN : erase(known);
    frame.params.add(new Callable.Variable(unique, erased, annotations, origin));
  }
}
