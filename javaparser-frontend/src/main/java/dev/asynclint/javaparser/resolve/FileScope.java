package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.TypeSig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types a file sees without qualification: its own, imported ones, its package, on-demand and
 * module imports, {@code java.lang}; in that order. Safe for use by several threads.
 */
public final class FileScope extends TypeScope {
  final ProjectIndex index;
  private final Imports imports;
  private final Map<String, String> declared = new HashMap<>();
  private final Map<String, TypeSig> known = new ConcurrentHashMap<>();

  FileScope(ProjectIndex index, Imports imports) {
    super(null);
    this.index = index;
    this.imports = imports;
  }

  /** Says that the file declares a top-level type; only before the scope is used. */
  void declare(String simpleName, String canonical) {
    declared.put(simpleName, canonical);
  }

  /** Canonical name of a top-level type of this file. */
  public String canonical(String simpleName) {
    return declared.getOrDefault(simpleName, simpleName);
  }

  /** What the file imports. */
  public Imports imports() {
    return imports;
  }

  /** The index the names are looked up in. */
  public ProjectIndex index() {
    return index;
  }

  @Override
  public FileScope file() {
    return this;
  }

  @Override
  TypeSig own(String simpleName) {
    TypeSig found = known.get(simpleName);
    if (found == null) {
      String name = search(simpleName);
      found = name == null ? TypeSig.UNKNOWN : TypeSig.named(name);
      known.putIfAbsent(simpleName, found);
    }
    return found == TypeSig.UNKNOWN ? null : found;
  }

  @Override
  TypeSig ownBound(String variable) {
    return null;
  }

  private String search(String simpleName) {
    String own = declared.get(simpleName);
    if (own != null) {
      return own;
    }
    String imported = imports.single().get(simpleName);
    if (imported != null) {
      return index.qualified(imported) instanceof TypeSig.Named named ? named.name() : imported;
    }
    for (String owner : imports.staticSingle().getOrDefault(simpleName, List.of())) {
      String member = index.memberType(owner, simpleName);
      if (member != null) {
        return member;
      }
    }
    String found = in(imports.packageName(), simpleName);
    if (found != null) {
      return found;
    }
    for (String prefix : imports.onDemand()) {
      found = in(prefix, simpleName);
      if (found != null) {
        return found;
      }
    }
    for (String owner : imports.staticOnDemand()) {
      found = index.memberType(owner, simpleName);
      if (found != null) {
        return found;
      }
    }
    found = in("java.lang", simpleName);
    return found != null ? found : fromModules(simpleName);
  }

  private String fromModules(String simpleName) {
    for (String module : imports.modules()) {
      for (String packageName : index.modulePackages(module)) {
        String found = in(packageName, simpleName);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private String in(String prefix, String simpleName) {
    String name = prefix.isEmpty() ? simpleName : prefix + "." + simpleName;
    return index.has(name) ? name : null;
  }
}
