package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Lowers the members of a type: methods, constructors, fields and initialisers. */
final class MemberLowering {
  private final FileLowering in;
  private final AnnotationLowering annotations;
  private final InitialiserLowering initialisers;

  MemberLowering(FileLowering in) {
    this.in = in;
    this.annotations = new AnnotationLowering(in);
    this.initialisers = new InitialiserLowering(in, this);
  }

  List<Annotation> annotations(ModifiersTree modifiers) {
    return annotations.lower(modifiers);
  }

  /** Adds the callables of a type whose scope is open. */
  void lower(String owner, TypeDecl.Kind kind, ClassTree declaration) {
    initialisers.lower(owner, kind, declaration, true);
    initialisers.lower(owner, kind, declaration, false);
    String simple = in.known.words.of(declaration.getSimpleName());
    for (Tree member : declaration.getMembers()) {
      if (member instanceof MethodTree method) {
        if (in.at.isWritten(method, simple)) {
          method(owner, kind, simple, method);
        }
      } else if (member instanceof ClassTree type && in.at.isWritten(type)) {
        in.types.nested(type);
      }
    }
  }

  private void method(String owner, TypeDecl.Kind kind, String simple, MethodTree m) {
    ExecutableElement symbol = in.known.declared(m);
    String name = in.known.words.of(m.getName());
    boolean isConstructor = name.equals("<init>");
    Origin origin = in.at.of(m, in.at.name(m));
    boolean compact = isConstructor && !in.at.hasParameterList(m, simple);
    String params = m.getParameters().stream().map(in::type).collect(Collectors.joining(","));
    Frame frame =
        new Frame(
            in.unique(owner + "." + name + "(" + params + ")"),
            isConstructor ? Callable.Kind.CONSTRUCTOR : Callable.Kind.METHOD,
            owner,
            in.frame);
    Op.Block body =
        in.inside(
            frame,
            m.getBody(),
            () -> {
              for (VariableTree param : m.getParameters()) {
                in.param(
                    param,
                    compact ? List.of() : annotations(param.getModifiers()),
                    compact ? origin : in.at.of(param, in.at.name(param)));
              }
              if (m.getBody() != null) {
                in.statements.all(m.getBody().getStatements());
              }
            });
    String returns =
        isConstructor
            ? "void"
            : symbol == null ? Types.UNKNOWN : in.known.erased(symbol.getReturnType());
    Set<String> modifiers = modifiers(kind, m, symbol, compact);
    add(
        frame,
        new Declared(name, annotations(m.getModifiers()), modifiers, returns, origin),
        m.getBody() == null ? Op.Block.EMPTY : body,
        m.getBody() != null);
  }

  private static Set<String> modifiers(
      TypeDecl.Kind kind, MethodTree m, ExecutableElement symbol, boolean compact) {
    if (kind == TypeDecl.Kind.ANNOTATION) {
      return Set.of("abstract");
    }
    Set<String> modifiers = new LinkedHashSet<>(TypeLowering.modifiers(m.getModifiers()));
    if (kind == TypeDecl.Kind.INTERFACE && m.getBody() == null) {
      modifiers.add("abstract");
    }
    if (symbol != null && symbol.isVarArgs() && !compact) {
      modifiers.add("varargs");
    }
    return modifiers;
  }

  /** What a declaration says of a callable. */
  record Declared(
      String name,
      List<Annotation> annotations,
      Set<String> modifiers,
      String returns,
      Origin origin) {}

  /** Adds the callable of a frame to the unit. */
  void add(Frame frame, Declared declared, Op.Block body, boolean hasBody) {
    in.add(
        new Callable(
            frame.id,
            frame.kind,
            frame.owner,
            declared.name,
            frame.params,
            declared.annotations,
            declared.modifiers,
            frame.enclosing == null ? "" : frame.enclosing.id,
            frame.captures(),
            frame.locals,
            declared.returns,
            body,
            hasBody,
            declared.origin));
  }

  /** A field; its value where it is a constant. */
  TypeDecl.Field field(VariableTree v, TypeDecl.Kind kind) {
    Set<String> modifiers = new LinkedHashSet<>(TypeLowering.modifiers(v.getModifiers()));
    if (kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION) {
      modifiers.addAll(List.of("static", "final"));
    }
    Value value = Value.UNKNOWN;
    Element symbol = in.known.declared(v);
    if (modifiers.contains("final") && symbol != null) {
      Object constant = in.constants.fold(v, symbol.asType());
      value = constant == null ? Value.UNKNOWN : in.shared(new Value.Const(constant));
    }
    return new TypeDecl.Field(
        in.known.words.of(v.getName()),
        in.type(v),
        modifiers,
        annotations(v.getModifiers()),
        value,
        in.at.declarator(v));
  }
}
