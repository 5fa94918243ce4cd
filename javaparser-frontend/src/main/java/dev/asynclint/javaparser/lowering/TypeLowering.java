package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Imports;
import dev.asynclint.javaparser.resolve.RawType;
import dev.asynclint.javaparser.resolve.SignatureScanner;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.resolve.TypeScope;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lowers type declarations: top-level, nested, local and anonymous ones. */
final class TypeLowering {
  private final FileLowering in;
  private final MemberLowering members;
  private final Deque<TypeDeclaration<?>> localEnums = new ArrayDeque<>();
  private String outermost = "";

  TypeLowering(FileLowering in) {
    this.in = in;
    this.members = new MemberLowering(in);
  }

  /** Annotations as the unit states them. */
  List<Annotation> annotations(NodeList<AnnotationExpr> annotations) {
    return members.annotations(annotations);
  }

  /** A type at the top level of the file. */
  void topLevel(TypeDeclaration<?> declaration, String name) {
    outermost = name;
    in.number(declaration);
    named(declaration, name);
  }

  /** A type inside another. */
  void nested(TypeDeclaration<?> declaration) {
    named(declaration, in.scope.className() + "." + declaration.getNameAsString());
  }

  /** Says which enums inside methods the tree lacks. */
  void expect(List<TypeDeclaration<?>> enums) {
    enums.forEach(in::number);
    localEnums.addAll(enums);
  }

  /** Lowers the enums that stand before a statement. */
  void before(Statement statement) {
    while (!localEnums.isEmpty() && in.at.start(localEnums.peek()) < in.at.start(statement)) {
      local(localEnums.pop());
    }
  }

  /** A type declared in a body. */
  void local(TypeDeclaration<?> declaration) {
    Frame method = in.frame;
    while (method.isClosure()) {
      method = method.enclosing;
    }
    String callable = method.id.substring(method.owner.length() + 1);
    int parameters = callable.indexOf('(');
    String simple = declaration.getNameAsString();
    String where = parameters < 0 ? callable : callable.substring(0, parameters);
    String name = in.unique(in.scope.className() + "." + where + "$" + simple);
    RawType raw = scan(declaration);
    if (raw == null || !(in.scope.types instanceof TypeScope.Locals locals)) {
      return;
    }
    locals.declare(simple, name);
    in.project.index.addLocal(name, raw, locals, null);
    named(declaration, name);
  }

  private RawType scan(TypeDeclaration<?> declaration) {
    Imports imports = in.scope.types.file().imports();
    return SignatureScanner.type(
        in.text, in.at.start(declaration), in.at.end(declaration), imports);
  }

  private void named(TypeDeclaration<?> declaration, String name) {
    if (in.project.index.scope(name) == null) {
      // In broken text a declaration can be hidden from the scan that built the index.
      RawType raw = scan(declaration);
      if (raw == null) {
        return;
      }
      in.project.index.addLocal(name, raw, in.scope.types, null);
    }
    TypeScope inside = in.project.index.scope(name);
    TypeDecl.Kind kind = kind(declaration);
    List<TypeDecl.Field> components = new ArrayList<>();
    if (declaration instanceof RecordDeclaration type) {
      type.getParameters().forEach(param -> components.add(component(param, inside)));
    }
    Set<String> modifiers = modifiers(declaration.getModifiers());
    body(
        new Body(
            declaration,
            declaration.getName(),
            name,
            kind,
            annotations(declaration.getAnnotations()),
            modifiers,
            declaration.getMembers(),
            declaration instanceof EnumDeclaration type ? type.getEntries() : new NodeList<>(),
            components),
        inside);
  }

  private static TypeDecl.Kind kind(TypeDeclaration<?> declaration) {
    if (declaration instanceof EnumDeclaration) {
      return TypeDecl.Kind.ENUM;
    }
    if (declaration instanceof RecordDeclaration) {
      return TypeDecl.Kind.RECORD;
    }
    if (declaration instanceof AnnotationDeclaration) {
      return TypeDecl.Kind.ANNOTATION;
    }
    return declaration instanceof ClassOrInterfaceDeclaration type && type.isInterface()
        ? TypeDecl.Kind.INTERFACE
        : TypeDecl.Kind.CLASS;
  }

  private TypeDecl.Field component(Parameter param, TypeScope inside) {
    TypeSig type = inside.resolve(AstTypes.raw(param.getType()));
    TypeSig full = param.isVarArgs() ? new TypeSig.Array(type) : type;
    return new TypeDecl.Field(
        param.getNameAsString(),
        inside.erase(full),
        Set.of("private", "final"),
        annotations(param.getAnnotations()),
        Value.UNKNOWN,
        in.at.of(param, param.getName()));
  }

  /**
   * Lowers the body of an anonymous class.
   *
   * @return its name
   */
  String anonymous(ObjectCreationExpr e, TypeSig supertype, NodeList<BodyDeclaration<?>> members) {
    return anonymous(e, e.getType().getName(), supertype, members);
  }

  /** The same for the body of an enum constant. */
  String anonymous(Node node, Node anchor, TypeSig supertype, NodeList<BodyDeclaration<?>> bodies) {
    String name = in.unique(outermost + "$" + in.ordinal(node));
    RawType raw =
        SignatureScanner.body(
            in.text, in.at.bodyStart(node), in.at.end(node), in.scope.types.file().imports());
    ClassInfo info =
        supertype instanceof TypeSig.Named named ? in.project.table.info(named.name()) : null;
    boolean isInterface = info != null && info.is(Flags.INTERFACE);
    List<TypeSig> supertypes = isInterface ? List.of(Sigs.OBJECT, supertype) : List.of(supertype);
    in.project.index.addLocal(name, raw, in.scope.types, supertypes);
    body(
        new Body(
            node,
            anchor,
            name,
            TypeDecl.Kind.ANONYMOUS,
            List.of(),
            Set.of(),
            bodies,
            new NodeList<>(),
            List.of()),
        in.project.index.scope(name));
    return name;
  }

  /** A type body of any kind. */
  private record Body(
      Node node,
      Node anchor,
      String name,
      TypeDecl.Kind kind,
      List<Annotation> annotations,
      Set<String> modifiers,
      NodeList<BodyDeclaration<?>> members,
      NodeList<EnumConstantDeclaration> constants,
      List<TypeDecl.Field> components) {}

  private void body(Body body, TypeScope inside) {
    String enclosing = in.scope.className();
    boolean local = in.frame != null && isLocal(body);
    List<TypeDecl.Field> fields = new ArrayList<>(body.components());
    for (EnumConstantDeclaration constant : body.constants()) {
      fields.add(
          new TypeDecl.Field(
              constant.getNameAsString(),
              body.name(),
              Set.of("public", "static", "final"),
              annotations(constant.getAnnotations()),
              Value.UNKNOWN,
              in.at.of(constant, constant.getName())));
    }
    Scope outer = in.scope;
    in.scope = outer.classBody(body.name(), inside);
    try {
      for (BodyDeclaration<?> member : body.members()) {
        if (member instanceof FieldDeclaration field) {
          for (VariableDeclarator variable : field.getVariables()) {
            fields.add(members.field(field, variable, body.kind()));
          }
        }
      }
      in.add(
          new TypeDecl(
              body.name(),
              body.kind(),
              supertypes(body.name()),
              body.annotations(),
              body.modifiers(),
              fields,
              enclosing,
              local ? in.frame.id : "",
              in.at.of(body.node(), body.anchor())));
      members.lower(body.name(), body.kind(), body.members(), body.constants());
    } finally {
      in.scope = outer;
    }
  }

  /** Member types of a local class stand in the class, not in the callable. */
  private boolean isLocal(Body body) {
    return in.scope.classBody == null || body.kind() == TypeDecl.Kind.ANONYMOUS;
  }

  private List<String> supertypes(String name) {
    ClassInfo info = in.project.table.info(name);
    Set<String> found = new LinkedHashSet<>();
    if (info != null) {
      List<TypeSig> all = new ArrayList<>(info.interfaces());
      all.add(0, info.superclass());
      for (TypeSig type : all) {
        if (type instanceof TypeSig.Named named && !type.equals(Sigs.OBJECT)) {
          found.add(named.name());
        }
      }
    }
    return List.copyOf(found);
  }

  /** Modifiers as written; those the parser adds to a compact class stand nowhere. */
  static Set<String> modifiers(NodeList<Modifier> modifiers) {
    Set<String> found = new LinkedHashSet<>();
    for (Modifier modifier : modifiers) {
      if (modifier.getRange().isPresent()) {
        found.add(modifier.getKeyword().asString().intern());
      }
    }
    return found;
  }
}
