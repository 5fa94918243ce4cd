package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Lowers type declarations: top-level, nested, local and anonymous ones. */
final class TypeLowering {
  private final FileLowering in;
  private final MemberLowering members;
  private String outermost = "";

  TypeLowering(FileLowering in) {
    this.in = in;
    this.members = new MemberLowering(in);
  }

  /** Annotations as the unit states them. */
  List<Annotation> annotations(ModifiersTree modifiers) {
    return members.annotations(modifiers);
  }

  /** A type at the top level of the file. */
  void topLevel(ClassTree declaration) {
    TypeElement type = in.known.declared(declaration);
    String simple = in.known.words.of(declaration.getSimpleName());
    outermost = type == null ? simple : in.known.name(type);
    in.number(declaration);
    named(declaration, outermost);
  }

  /** A type inside another. */
  void nested(ClassTree declaration) {
    named(declaration, in.scope.className() + "." + declaration.getSimpleName());
  }

  /** A type declared in a body. */
  void local(ClassTree declaration) {
    Frame method = in.frame;
    while (method.isClosure()) {
      method = method.enclosing;
    }
    String callable = method.id.substring(method.owner.length() + 1);
    int parameters = callable.indexOf('(');
    String where = parameters < 0 ? callable : callable.substring(0, parameters);
    named(
        declaration,
        in.unique(in.scope.className() + "." + where + "$" + declaration.getSimpleName()));
  }

  private void named(ClassTree declaration, String name) {
    in.known.name(in.known.declared(declaration), name);
    body(
        declaration,
        name,
        kind(declaration),
        annotations(declaration.getModifiers()),
        written(declaration),
        in.at.of(declaration, in.at.name(declaration)));
  }

  private static TypeDecl.Kind kind(ClassTree declaration) {
    return switch (declaration.getKind()) {
      case ENUM -> TypeDecl.Kind.ENUM;
      case RECORD -> TypeDecl.Kind.RECORD;
      case ANNOTATION_TYPE -> TypeDecl.Kind.ANNOTATION;
      case INTERFACE -> TypeDecl.Kind.INTERFACE;
      default -> TypeDecl.Kind.CLASS;
    };
  }

  /**
   * Lowers the body of an anonymous class or enum constant.
   *
   * @return its name
   */
  String anonymous(NewClassTree creation, Origin origin) {
    String name = in.unique(outermost + "$" + in.ordinal(creation));
    ClassTree declaration = creation.getClassBody();
    in.known.name(in.known.declared(declaration), name);
    body(declaration, name, TypeDecl.Kind.ANONYMOUS, List.of(), Set.of(), origin);
    return name;
  }

  private void body(
      ClassTree declaration,
      String name,
      TypeDecl.Kind kind,
      List<Annotation> annotations,
      Set<String> modifiers,
      Origin origin) {
    TypeElement type = in.known.declared(declaration);
    String enclosing = in.scope.className();
    // Member types of a local class stand in the class, not in the callable.
    boolean local =
        in.frame != null && (in.scope.classBody == null || kind == TypeDecl.Kind.ANONYMOUS);
    Scope outer = in.scope;
    in.scope = outer.classBody(name, type);
    try {
      in.add(
          new TypeDecl(
              name,
              kind,
              type == null ? List.of() : in.known.supertypes(type),
              annotations,
              modifiers,
              fields(declaration, name, kind),
              enclosing,
              local ? in.frame.id : "",
              origin));
      members.lower(name, kind, declaration);
    } finally {
      in.scope = outer;
    }
  }

  private List<TypeDecl.Field> fields(ClassTree declaration, String name, TypeDecl.Kind kind) {
    List<TypeDecl.Field> components = new ArrayList<>();
    List<TypeDecl.Field> constants = new ArrayList<>();
    List<TypeDecl.Field> fields = new ArrayList<>();
    for (Tree member : declaration.getMembers()) {
      if (!(member instanceof VariableTree v) || !in.at.isWritten(v)) {
        continue;
      }
      if (in.known.isEnumConstant(v)) {
        constants.add(
            new TypeDecl.Field(
                in.known.words.of(v.getName()),
                name,
                Set.of("public", "static", "final"),
                annotations(v.getModifiers()),
                Value.UNKNOWN,
                in.at.of(v, in.at.name(v))));
      } else if (kind == TypeDecl.Kind.RECORD && !modifiers(v.getModifiers()).contains("static")) {
        components.add(
            new TypeDecl.Field(
                in.known.words.of(v.getName()),
                in.type(v),
                Set.of("private", "final"),
                annotations(v.getModifiers()),
                Value.UNKNOWN,
                in.at.of(v, in.at.name(v))));
      } else {
        fields.add(members.field(v, kind));
      }
    }
    components.addAll(constants);
    components.addAll(fields);
    return components;
  }

  /** Modifiers of a class as written; javac adds those that its place implies. */
  private Set<String> written(ClassTree declaration) {
    Set<String> found = modifiers(declaration.getModifiers());
    found.removeIf(modifier -> !in.at.isWritten(modifier, declaration));
    return found;
  }

  /** Modifiers as written. */
  static Set<String> modifiers(ModifiersTree modifiers) {
    Set<String> found = new LinkedHashSet<>();
    modifiers.getFlags().forEach(flag -> found.add(flag.toString().intern()));
    return found;
  }
}
