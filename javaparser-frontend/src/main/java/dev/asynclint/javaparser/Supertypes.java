package dev.asynclint.javaparser;

import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassSource;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Supertypes of the types some units declare and mention. */
final class Supertypes implements Types {
  private static final String OBJECT = "java.lang.Object";
  private static final Set<String> OF_OBJECT = Set.of("equals/1", "hashCode/0", "toString/0");

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Boolean>> methods = new ConcurrentHashMap<>();
  private final ClassSource library;

  /**
   * Looks up what the units mention at once, since a class path can be read only while it is open.
   *
   * @param mentioned names of types
   * @param open where they are
   * @param library asked later for types nobody mentioned
   */
  Supertypes(List<Unit> units, Iterable<String> mentioned, ClassSource open, ClassSource library) {
    this.library = library;
    for (Unit unit : units) {
      for (TypeDecl type : unit.types()) {
        known.put(type.name(), type.supertypes());
      }
    }
    Deque<String> left = new ArrayDeque<>();
    mentioned.forEach(left::add);
    known.values().forEach(left::addAll);
    while (!left.isEmpty()) {
      String name = left.pop();
      if (!known.containsKey(name)) {
        List<String> supertypes = find(name, open);
        known.put(name, supertypes);
        left.addAll(supertypes);
      }
    }
    known.keySet().forEach(name -> ownMethods(name, open));
  }

  /** Methods of interfaces alone: nobody is handed an object as an abstract class and runs it. */
  private Map<String, Boolean> ownMethods(String type, ClassSource source) {
    return methods.computeIfAbsent(
        type,
        name -> {
          Map<String, Boolean> own = new TreeMap<>();
          source
              .find(name)
              .filter(info -> info.is(Flags.INTERFACE))
              .ifPresent(
                  info ->
                      info.methods().stream()
                          .filter(method -> !method.is(Flags.STATIC))
                          .forEach(
                              method ->
                                  own.put(
                                      method.name() + "/" + method.params().size(),
                                      method.is(Flags.ABSTRACT))));
          return own.isEmpty() ? Map.of() : own;
        });
  }

  @Override
  public Set<String> abstractMethods(String type) {
    Map<String, Boolean> nearest = new TreeMap<>();
    for (String ancestor : lineage(type)) {
      ownMethods(ancestor, library).forEach(nearest::putIfAbsent);
    }
    nearest.keySet().removeAll(OF_OBJECT);
    nearest.values().removeIf(isAbstract -> !isAbstract);
    return nearest.keySet();
  }

  @Override
  public List<String> supertypes(String type) {
    List<String> supertypes = known.get(type);
    if (supertypes == null) {
      supertypes = find(type, library);
      known.put(type, supertypes);
    }
    return supertypes;
  }

  private static List<String> find(String type, ClassSource source) {
    return type.endsWith("]") || type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0))
        ? List.of()
        : source.find(type).map(Supertypes::of).orElse(List.of());
  }

  private static List<String> of(ClassInfo info) {
    List<String> names = new ArrayList<>();
    List<TypeSig> all = new ArrayList<>(info.interfaces());
    all.add(0, info.superclass());
    for (TypeSig type : all) {
      if (type instanceof TypeSig.Named named && !named.name().equals(OBJECT)) {
        names.add(named.name());
      }
    }
    return List.copyOf(names);
  }
}
