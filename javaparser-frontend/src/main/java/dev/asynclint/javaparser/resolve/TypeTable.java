package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.ClassSource;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members and supertypes of types, inherited ones included, with type arguments carried along.
 * Answers are kept; safe for use by several threads.
 */
public final class TypeTable {
  private static final int DEEPEST_HIERARCHY = 64;

  private final ClassSource source;
  private final Map<String, Optional<TypeView>> views = new ConcurrentHashMap<>();
  private final FunctionalInterfaces functions = new FunctionalInterfaces(this);

  /** A table over that source. */
  public TypeTable(ClassSource source) {
    this.source = source;
  }

  /** The signature of a type; null when not known. */
  public ClassInfo info(String name) {
    TypeView view = view(name);
    return view == null ? null : view.info;
  }

  TypeView view(String name) {
    Optional<TypeView> view = views.get(name);
    if (view == null) {
      view = source.find(name).map(TypeView::new);
      views.put(name, view);
    }
    return view.orElse(null);
  }

  /** Direct supertypes, superclass first, in terms of the type's own arguments. */
  public List<TypeSig.Named> supertypes(TypeSig.Named type) {
    TypeView view = view(type.name());
    if (view == null) {
      return List.of();
    }
    Map<String, TypeSig> values = arguments(type);
    List<TypeSig.Named> found = new ArrayList<>(view.supertypes.size());
    for (TypeSig.Named supertype : view.supertypes) {
      found.add((TypeSig.Named) Sigs.substitute(supertype, values));
    }
    return found;
  }

  /** What the variables of a type stand for; unknown for a raw type. */
  public Map<String, TypeSig> arguments(TypeSig.Named type) {
    TypeView view = view(type.name());
    if (view == null || view.info.typeParams().isEmpty()) {
      return Map.of();
    }
    List<TypeParam> params = view.info.typeParams();
    Map<String, TypeSig> values = new HashMap<>();
    for (int i = 0; i < params.size(); i++) {
      boolean given = params.size() == type.args().size();
      TypeSig value = given ? bounded(type.args().get(i), params.get(i)) : TypeSig.UNKNOWN;
      values.put(params.get(i).name(), value);
    }
    return values;
  }

  /** An argument {@code ?} is at least what its variable extends. */
  private static TypeSig bounded(TypeSig argument, TypeParam param) {
    return argument.equals(Sigs.ANY) && !param.bound().equals(Sigs.OBJECT)
        ? new TypeSig.Wildcard(Sigs.mapVariables(param.bound(), variable -> Sigs.ANY), false)
        : argument;
  }

  /** The variables of a type as its own arguments, as {@code this} has them. */
  public TypeSig.Named self(String name) {
    ClassInfo info = info(name);
    if (info == null || info.typeParams().isEmpty()) {
      return TypeSig.named(name);
    }
    List<TypeSig> args = new ArrayList<>();
    info.typeParams().forEach(param -> args.add(new TypeSig.Var(param.name())));
    return new TypeSig.Named(name, args);
  }

  /** The type seen as one of its supertypes; null when it is not known to be one. */
  public TypeSig.Named asSuper(TypeSig.Named type, String ancestor) {
    return asSuper(type, ancestor, 0);
  }

  private TypeSig.Named asSuper(TypeSig.Named type, String ancestor, int depth) {
    if (type.name().equals(ancestor)) {
      return type;
    }
    if (depth > DEEPEST_HIERARCHY) {
      return null;
    }
    for (TypeSig.Named supertype : supertypes(type)) {
      TypeSig.Named found = asSuper(supertype, ancestor, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether all supertypes are known. */
  public boolean isComplete(String name) {
    return isComplete(name, new HashSet<>());
  }

  private boolean isComplete(String name, Set<String> seen) {
    TypeView view = view(name);
    if (view == null) {
      return false;
    }
    if (view.complete == null) {
      if (!seen.add(name)) {
        return true;
      }
      boolean complete = view.named;
      for (TypeSig.Named supertype : view.supertypes) {
        complete = complete && isComplete(supertype.name(), seen);
      }
      view.complete = complete;
    }
    return view.complete;
  }

  /**
   * Methods of a type by name, inherited ones too, overridden ones left out; nearest first.
   *
   * @param name {@code <init>} for constructors, which are not inherited
   */
  public List<Method> methods(TypeSig.Named type, String name) {
    List<Method> found = lookup(type.name(), name, 0);
    if (found.isEmpty()) {
      return found;
    }
    Map<String, TypeSig> values = arguments(type);
    return values.isEmpty() ? found : found.stream().map(m -> m.substitute(values)).toList();
  }

  /** The same in terms of the type's own variables. */
  public List<Method> methods(String type, String name) {
    return lookup(type, name, 0);
  }

  private List<Method> lookup(String type, String name, int depth) {
    TypeView view = view(type);
    if (view == null || depth > DEEPEST_HIERARCHY) {
      return List.of();
    }
    List<Method> known = view.lookups.get(name);
    if (known != null) {
      return known;
    }
    List<Method> found = new ArrayList<>(view.declared(name));
    if (!name.equals("<init>")) {
      Set<String> signatures = new HashSet<>();
      found.forEach(method -> signatures.add(signature(view, method)));
      for (TypeSig.Named supertype : view.supertypes) {
        Map<String, TypeSig> values = inherited(supertype);
        for (Method method : lookup(supertype.name(), name, depth + 1)) {
          if (!isHidden(view, method)) {
            Method mine = method.substitute(values);
            if (signatures.add(signature(view, mine))) {
              found.add(mine);
            }
          }
        }
      }
    }
    List<Method> answer = List.copyOf(found);
    view.lookups.put(name, answer);
    return answer;
  }

  /** Static methods of interfaces are not inherited, private ones only within one top-level. */
  private boolean isHidden(TypeView view, Method method) {
    if (method.is(Flags.PRIVATE)) {
      return true;
    }
    ClassInfo owner = info(method.owner());
    return method.is(Flags.STATIC)
        && owner != null
        && owner.is(Flags.INTERFACE)
        && !owner.name().equals(view.info.name());
  }

  /** A raw supertype has erased arguments. */
  private Map<String, TypeSig> inherited(TypeSig.Named supertype) {
    TypeView view = view(supertype.name());
    if (view == null || view.info.typeParams().size() == supertype.args().size()) {
      return arguments(supertype);
    }
    Map<String, TypeSig> values = new HashMap<>();
    for (TypeParam param : view.info.typeParams()) {
      values.put(param.name(), TypeSig.named(Sigs.erase(param.bound(), v -> boundIn(view, v))));
    }
    return values;
  }

  private static TypeSig boundIn(TypeView view, String variable) {
    for (TypeParam param : view.info.typeParams()) {
      if (param.name().equals(variable)) {
        return param.bound();
      }
    }
    return Sigs.OBJECT;
  }

  private static String signature(TypeView view, Method method) {
    StringBuilder signature = new StringBuilder();
    for (TypeSig param : method.params()) {
      signature
          .append(
              Sigs.erase(param, v -> v.endsWith(Method.MARK) ? method.bound(v) : boundIn(view, v)))
          .append(',');
    }
    return signature.toString();
  }

  /** A field as a member of a type: where it is declared, and its type there. */
  public record Field(String owner, FieldInfo info, TypeSig type) {}

  /** The field of that name, own or inherited; null when there is none. */
  public Field field(TypeSig.Named type, String name) {
    return field(type, name, 0);
  }

  private Field field(TypeSig.Named type, String name, int depth) {
    TypeView view = view(type.name());
    if (view == null || depth > DEEPEST_HIERARCHY) {
      return null;
    }
    FieldInfo own = view.field(name);
    if (own != null) {
      TypeSig declared = Sigs.bound(Sigs.substitute(own.type(), arguments(type)));
      return new Field(type.name(), own, declared);
    }
    for (TypeSig.Named supertype : supertypes(type)) {
      Field found = field(supertype, name, depth + 1);
      if (found != null && (found.info().flags() & Flags.PRIVATE) == 0) {
        return found;
      }
    }
    return null;
  }

  /**
   * The one abstract method of a functional interface, in terms of its variables.
   *
   * @return null when the type is not known to be one
   */
  public Method function(String type) {
    TypeView view = view(type);
    if (view == null || !view.info.is(Flags.INTERFACE)) {
      return null;
    }
    if (view.function == null) {
      view.function =
          isComplete(type) ? Optional.ofNullable(functions.find(type)) : Optional.empty();
    }
    return view.function.orElse(null);
  }
}
