package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
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
 * Every type there is: those the project declares before those of the libraries behind it. Names in
 * project signatures are resolved when a type is first asked for.
 *
 * <p>A top-level type declared by several files belongs to the first; in the others it is called
 * {@code Name#2}, {@code #3} …, so that each file still sees its own. Safe for use by several
 * threads once the files are added.
 */
public final class ProjectIndex implements ClassSource {
  private final ClassSource library;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, List<String>> packages = new HashMap<>();
  private final Map<String, Optional<ClassInfo>> libraryTypes = new ConcurrentHashMap<>();
  private final ThreadLocal<Set<String>> resolving = ThreadLocal.withInitial(HashSet::new);

  /** An empty project before these libraries. */
  public ProjectIndex(ClassSource library) {
    this.library = library;
  }

  private static final class Entry {
    final RawType raw;
    final ClassScope scope;
    volatile ClassInfo header;
    volatile ClassInfo full;

    Entry(RawType raw, ClassScope scope) {
      this.raw = raw;
      this.scope = scope;
    }
  }

  /** Adds a file; not safe for several threads. The order of the files matters. */
  public FileScope add(RawFile file) {
    FileScope scope = new FileScope(this, file.imports());
    String packageName = file.imports().packageName();
    for (RawType type : file.types()) {
      String simple = type.info().name();
      String name = packageName.isEmpty() ? simple : packageName + "." + simple;
      String unique = name;
      for (int i = 2; entries.containsKey(unique); i++) {
        unique = name + "#" + i;
      }
      if (unique.equals(name)) {
        packages.computeIfAbsent(packageName, key -> new ArrayList<>()).add(name);
      }
      scope.declare(simple, unique.intern());
      register(unique.intern(), type, scope);
    }
    return scope;
  }

  private Entry register(String name, RawType raw, TypeScope enclosing) {
    Entry entry = new Entry(raw, new ClassScope(enclosing, this, name, raw.info().typeParams()));
    entries.put(name, entry);
    for (RawType member : raw.members()) {
      register((name + "." + member.info().name()).intern(), member, entry.scope);
    }
    return entry;
  }

  /**
   * Adds a local or anonymous class, whose name no other file may use.
   *
   * @param supertypes resolved direct supertypes, or null to resolve those the source states
   */
  public void addLocal(String name, RawType raw, TypeScope enclosing, List<TypeSig> supertypes) {
    Entry entry = register(name, raw, enclosing);
    if (supertypes != null) {
      ClassInfo info = raw.info();
      entry.header =
          header(
              name,
              info,
              info.typeParams(),
              supertypes.get(0),
              supertypes.subList(1, supertypes.size()));
    }
  }

  /** The scope inside a project class. */
  public ClassScope scope(String name) {
    Entry entry = entries.get(name);
    return entry == null ? null : entry.scope;
  }

  /** Whether the project itself declares the type. */
  public boolean declares(String name) {
    return entries.containsKey(name);
  }

  /** The initialiser of a static final project field, empty when it has none worth keeping. */
  public String constantText(String owner, String field) {
    Entry entry = entries.get(owner);
    return entry == null ? "" : entry.raw.constants().getOrDefault(field, "");
  }

  /** Whether there is such a type. */
  public boolean has(String name) {
    return entries.containsKey(name) || fromLibrary(name).isPresent();
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      return fromLibrary(name);
    }
    if (entry.full == null) {
      entry.full = SignatureResolver.resolve(header(name), entry.raw.info(), entry.scope);
    }
    return Optional.of(entry.full);
  }

  @Override
  public boolean hasPackage(String name) {
    return packages.containsKey(name) || library.hasPackage(name);
  }

  @Override
  public List<String> packageTypes(String name) {
    List<String> types = new ArrayList<>(packages.getOrDefault(name, List.of()));
    for (String type : library.packageTypes(name)) {
      if (!types.contains(type)) {
        types.add(type);
      }
    }
    return types;
  }

  @Override
  public List<String> modulePackages(String module) {
    return library.modulePackages(module);
  }

  /** The member type of that simple name, own or inherited; null when there is none. */
  String memberType(String owner, String simpleName) {
    return memberType(owner, simpleName, new HashSet<>());
  }

  private String memberType(String owner, String simpleName, Set<String> seen) {
    if (!seen.add(owner)) {
      return null;
    }
    ClassInfo info = header(owner);
    if (info == null) {
      return null;
    }
    if (info.memberTypes().contains(simpleName)) {
      return (owner + "." + simpleName).intern();
    }
    List<TypeSig> supertypes = new ArrayList<>(info.interfaces());
    supertypes.add(0, info.superclass());
    String doubtful = null;
    for (TypeSig type : supertypes) {
      if (type instanceof TypeSig.Named named) {
        String found = memberType(named.name(), simpleName, seen);
        if (found != null && isVisible(found)) {
          return found;
        }
        doubtful = doubtful == null ? found : doubtful;
      }
    }
    return doubtful;
  }

  /** Members of library classes may be hidden; those of interfaces never are. */
  private boolean isVisible(String member) {
    if (declares(member)) {
      return true;
    }
    ClassInfo owner = header(member.substring(0, member.lastIndexOf('.')));
    return owner != null && owner.is(Flags.INTERFACE);
  }

  /** The type that a path of member names leads to. */
  TypeSig member(String owner, String path) {
    String type = owner;
    for (String segment : path.split("\\.")) {
      String next = memberType(type, segment);
      if (next == null && has(type)) {
        return TypeSig.UNKNOWN;
      }
      type = next == null ? type + "." + segment : next;
    }
    return TypeSig.named(type);
  }

  /** The type of a name that starts with a package; trusts its look when no one knows it. */
  TypeSig qualified(String name) {
    if (has(name)) {
      return TypeSig.named(name);
    }
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      String prefix = name.substring(0, dot);
      if (Character.isUpperCase(simple(prefix).charAt(0)) && has(prefix)) {
        return member(prefix, name.substring(dot + 1));
      }
    }
    boolean looksRight =
        Character.isLowerCase(name.charAt(0))
            && !simple(name).isEmpty()
            && Character.isUpperCase(simple(name).charAt(0));
    return looksRight ? TypeSig.named(name) : TypeSig.UNKNOWN;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Optional<ClassInfo> fromLibrary(String name) {
    Optional<ClassInfo> known = libraryTypes.get(name);
    if (known == null) {
      known = library.find(name);
      libraryTypes.put(name, known);
    }
    return known;
  }

  /** A type without its methods and fields; null when not known. */
  private ClassInfo header(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      return fromLibrary(name).orElse(null);
    }
    ClassInfo header = entry.header;
    if (header != null) {
      return header;
    }
    ClassInfo raw = entry.raw.info();
    if (!resolving.get().add(name)) {
      return header(name, raw, List.of(), TypeSig.UNKNOWN, List.of());
    }
    try {
      TypeScope scope = entry.scope.outer.withVariables(raw.typeParams());
      List<TypeSig> interfaces = raw.interfaces().stream().map(scope::resolve).toList();
      header = header(name, raw, raw.typeParams(), scope.resolve(raw.superclass()), interfaces);
      entry.header = header;
      return header;
    } finally {
      resolving.get().remove(name);
    }
  }

  private static ClassInfo header(
      String name,
      ClassInfo raw,
      List<TypeParam> params,
      TypeSig superclass,
      List<TypeSig> interfaces) {
    return new ClassInfo(
        name, raw.flags(), params, superclass, interfaces, List.of(), List.of(), raw.memberTypes());
  }
}
