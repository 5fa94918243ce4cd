package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Context;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What javac knows of trees: symbols, types, names. All that the public API leaves out is asked
 * here; what was not attributed is null or {@link dev.asynclint.core.ir.Types#UNKNOWN}.
 */
final class Attribution {
  private static final String UNKNOWN = dev.asynclint.core.ir.Types.UNKNOWN;

  private static final Set<String> OF_RECORD = Set.of("equals", "hashCode", "toString");

  final JavacTrees trees;
  final Words words = new Words();
  private final Types types;
  private final Map<Element, String> names = new IdentityHashMap<>();
  private final Map<ExecutableElement, Signature> signatures = new IdentityHashMap<>();
  private final Map<String, TypeElement> mentioned = new ConcurrentHashMap<>();

  Attribution(Context context) {
    this.trees = JavacTrees.instance(context);
    this.types = Types.instance(context);
  }

  /** What a functional interface asks of a closure. */
  record Function(List<? extends TypeMirror> params, TypeMirror returns) {
    boolean isVoid() {
      return returns.getKind() == TypeKind.VOID;
    }
  }

  /**
   * What calls of a method state of it.
   *
   * @param owner as {@link #owner} says
   * @param parameters as {@link #parameters} says
   */
  record Signature(String owner, String parameters, boolean isStatic) {}

  /** The method, variable or type an expression names; null when it names none that is known. */
  Element symbol(Tree tree) {
    if (!(tree instanceof JCTree known) || !isNaming(tree)) {
      return null;
    }
    return sound(TreeInfo.symbol(known));
  }

  private static boolean isNaming(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER, MEMBER_SELECT, MEMBER_REFERENCE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> true;
      default -> false;
    };
  }

  private static Element sound(Symbol symbol) {
    boolean missing =
        symbol == null
            || symbol.kind.isResolutionError()
            || symbol instanceof Symbol.ClassSymbol && symbol.asType().isErroneous();
    // An inherited field that is imported has a symbol of its own beside that of its declaration.
    return missing ? null : symbol.baseSymbol();
  }

  /** The method an expression names; null when that is not known. */
  ExecutableElement method(Tree tree) {
    return symbol(tree) instanceof ExecutableElement method ? method : null;
  }

  /** The type an expression names; null when it names something else. */
  TypeElement namedType(Tree tree) {
    return symbol(tree) instanceof TypeElement type ? type : null;
  }

  /** What a declaration declares; null when it was not entered. */
  TypeElement declared(ClassTree tree) {
    return ((JCTree.JCClassDecl) tree).sym;
  }

  /** What a declaration declares; null when it was not entered. */
  ExecutableElement declared(MethodTree tree) {
    return ((JCTree.JCMethodDecl) tree).sym;
  }

  /** What a declaration declares; null when it was not attributed. */
  Element declared(VariableTree tree) {
    return ((JCTree.JCVariableDecl) tree).sym;
  }

  /** Whether a field is an enum constant. */
  boolean isEnumConstant(VariableTree tree) {
    Element symbol = declared(tree);
    return symbol != null && symbol.getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** The constructor a creation calls; with a class body that of the superclass. */
  ExecutableElement constructor(NewClassTree tree) {
    if (tree.getClassBody() == null) {
      return sound(((JCTree.JCNewClass) tree).constructor) instanceof ExecutableElement made
          ? made
          : null;
    }
    for (Tree member : tree.getClassBody().getMembers()) {
      if (member instanceof MethodTree made && made.getName().contentEquals("<init>")) {
        // The constructor that javac generated does nothing but call that of the superclass.
        return made.getBody() != null
                && !made.getBody().getStatements().isEmpty()
                && made.getBody().getStatements().get(0) instanceof ExpressionStatementTree first
                && first.getExpression() instanceof MethodInvocationTree call
            ? method(call.getMethodSelect())
            : null;
      }
    }
    return null;
  }

  /** A name of several parts as one text. */
  static String fullName(Tree name) {
    return TreeInfo.fullName((JCTree) name).toString();
  }

  /** Where javac itself says a tree stands: a declaration at its name. */
  static int position(Tree tree) {
    return ((JCTree) tree).pos;
  }

  /** The type of an expression or type tree; null when it was not attributed. */
  TypeMirror type(Tree tree) {
    return tree instanceof JCTree known ? known.type : null;
  }

  /** The function of a closure's target type; null when it is not known. */
  Function function(Tree closure) {
    if (!(type(closure) instanceof Type target) || target.isErroneous()) {
      return null;
    }
    try {
      Type function = types.findDescriptorType(target);
      return new Function(function.getParameterTypes(), function.getReturnType());
    } catch (Types.FunctionDescriptorLookupError notFunctional) {
      return null;
    }
  }

  /** What a method reference gives for its target type. */
  TypeMirror referenceResult(Tree reference) {
    Type type = ((JCTree.JCMemberReference) reference).referentType;
    return type == null ? null : type.getReturnType();
  }

  /** Whether a class is another or inherits from it. */
  boolean inherits(TypeElement type, Element ancestor) {
    return type instanceof Symbol symbol
        && ancestor instanceof Symbol.ClassSymbol other
        && symbol.isSubClass(other, types);
  }

  /** Direct supertypes as declared, superclass first; {@code java.lang.Object} left out. */
  List<String> supertypes(TypeElement type) {
    Set<String> found = new LinkedHashSet<>();
    found.add(erased(type.getSuperclass()));
    type.getInterfaces().forEach(parent -> found.add(erased(parent)));
    found.remove("java.lang.Object");
    found.remove(UNKNOWN);
    return List.copyOf(found);
  }

  /** Whether one type can stand where another is wanted. */
  boolean isSubtype(TypeMirror one, TypeMirror other) {
    return types.isSubtypeUnchecked((Type) one, (Type) other);
  }

  boolean isSame(TypeMirror one, TypeMirror other) {
    return types.isSameType((Type) one, (Type) other);
  }

  /** The primitive type inside a box; the type itself when there is none. */
  TypeMirror unboxed(TypeMirror type) {
    return types.unboxedTypeOrType((Type) type);
  }

  /** The boxed form of a primitive type; any other type itself. */
  TypeMirror boxed(TypeMirror type) {
    return types.boxedTypeOrType((Type) type);
  }

  /** Gives a local or anonymous class its name. */
  void name(TypeElement type, String name) {
    if (type != null) {
      names.put(type, name);
      mentioned.put(name, type);
    }
  }

  /** Erased canonical name of a type. */
  String name(TypeElement type) {
    String name = names.get(type);
    if (name == null) {
      String written = type.getQualifiedName().toString();
      // Arrays have members of their own in javac; the language says they are those of Object.
      name = written.isEmpty() ? UNKNOWN : written.equals("Array") ? "java.lang.Object" : written;
      name = name.intern();
      names.put(type, name);
      mentioned.putIfAbsent(name, type);
    }
    return name;
  }

  /** Erased canonical name of a type; unknown for null and for what has no name. */
  String erased(TypeMirror type) {
    if (type == null) {
      return UNKNOWN;
    }
    TypeKind kind = type.getKind();
    if (kind.isPrimitive() || kind == TypeKind.VOID) {
      return Words.primitive(kind);
    }
    return switch (kind) {
      case DECLARED -> name((TypeElement) ((DeclaredType) type).asElement());
      case ARRAY -> words.array(erased(((ArrayType) type).getComponentType()));
      case TYPEVAR, WILDCARD, INTERSECTION, UNION -> erased(types.erasure((Type) type));
      default -> UNKNOWN;
    };
  }

  /** What calls of a method state of it; asked at each of them, found out once. */
  Signature signature(ExecutableElement method) {
    Signature known = signatures.get(method);
    if (known == null) {
      known = new Signature(owner(method), parameters(method), isStatic(method));
      signatures.put(method, known);
    }
    return known;
  }

  /** Whether a method or field belongs to no instance. */
  boolean isStatic(Element member) {
    return ((Symbol) member).isStatic();
  }

  /** Name of the type that declares a method; what records have of themselves is of Record. */
  private String owner(ExecutableElement method) {
    if (!(method.getEnclosingElement() instanceof TypeElement type)) {
      return UNKNOWN;
    }
    boolean implicit =
        type.getKind() == ElementKind.RECORD
            && OF_RECORD.contains(words.of(method.getSimpleName()))
            && trees.getTree(type) != null
            && trees.getTree(method) == null;
    return implicit ? "java.lang.Record" : name(type);
  }

  /** Erased types of the declared parameters, as an id and a descriptor state them. */
  private String parameters(ExecutableElement method) {
    StringBuilder text = new StringBuilder("(");
    method
        .getParameters()
        .forEach(
            param -> text.append(text.length() == 1 ? "" : ",").append(erased(param.asType())));
    return text.append(')').toString().intern();
  }

  /** Types that were named, by name. Safe for use by several threads. */
  TypeElement mentioned(String name) {
    return mentioned.get(name);
  }
}
