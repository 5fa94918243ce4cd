package dev.asynclint.core.knowledge;

import dev.asynclint.core.ir.Types;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Files put together and indexed. */
final class KnowledgeBase implements Knowledge {
  private static final String CONSTRUCTOR = "<init>";
  private static final String OBJECT = "java.lang.Object";

  private static final Signature EVERY_OTHER = new Signature(Member.OTHERS, Member.ANY);
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString", "getClass");

  private final Map<String, Opened> opened = new TreeMap<>();
  private final Map<String, Map<Signature, Hook>> hooks = new TreeMap<>();
  private final Map<String, AnnotationModel> annotations = new HashMap<>();
  private final Map<Phase, Set<String>> words = new EnumMap<>(Phase.class);
  private final Set<String> memberNames = new HashSet<>();
  private final Set<String> hookNames = new HashSet<>();

  /** Ancestors that files speak of, for the supertypes asked about last. */
  private volatile Ancestors ancestors = new Ancestors(type -> List.of());

  /**
   * Members of the same type add up; of hooks and annotations the last file's holds.
   *
   * @param files those that give way first
   */
  KnowledgeBase(List<KnowledgeFile> files) {
    for (KnowledgeFile file : files) {
      file.types()
          .forEach(
              (type, tags) ->
                  opened.computeIfAbsent(type, key -> new Opened()).open(file.dialect(), tags));
      for (Member member : file.members()) {
        Signature signature = new Signature(member.name(), member.arity());
        opened.get(member.owner()).members.merge(signature, member, Effects::merge);
        memberNames.add(member.name());
      }
      for (Hook hook : file.hooks()) {
        hooks
            .computeIfAbsent(hook.owner(), key -> new TreeMap<>())
            .put(new Signature(hook.name(), hook.arity()), hook);
        hookNames.add(hook.name());
      }
      file.annotations().forEach(model -> annotations.put(model.type(), model));
      file.words()
          .forEach(
              (phase, more) ->
                  words.computeIfAbsent(phase, key -> new LinkedHashSet<>()).addAll(more));
    }
  }

  @Override
  public Optional<Member> member(Types types, String receiver, String name, int arity) {
    if (!memberNames.contains(name)) {
      return other(types, receiver, name);
    }
    Signature exact = new Signature(name, arity);
    Signature any = new Signature(name, Member.ANY);
    if (name.equals(CONSTRUCTOR)) {
      Opened type = opened.get(receiver);
      return type == null ? Optional.empty() : nearest(type.members, exact, any);
    }
    for (String type : known(types, receiver)) {
      Opened one = opened.get(type);
      Optional<Member> found = one == null ? Optional.empty() : nearest(one.members, exact, any);
      if (found.isPresent()) {
        return found;
      }
    }
    return other(types, receiver, name);
  }

  /** The line for members that have none of their own. */
  private Optional<Member> other(Types types, String receiver, String name) {
    if (!memberNames.contains(Member.OTHERS)
        || name.equals(CONSTRUCTOR)
        || OF_OBJECT.contains(name)) {
      return Optional.empty();
    }
    for (String type : known(types, receiver)) {
      Opened one = opened.get(type);
      Member other = one == null ? null : one.members.get(EVERY_OTHER);
      if (other != null) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  @Override
  public Set<String> tags(Types types, String type) {
    Map<String, Set<String>> known = ancestors(types).tags;
    Set<String> tags = known.get(type);
    if (tags == null) {
      tags = computeTags(types, type);
      known.put(type, tags);
    }
    return tags;
  }

  private Set<String> computeTags(Types types, String type) {
    Set<String> tags = new LinkedHashSet<>();
    for (String one : known(types, type)) {
      Opened known = opened.get(one);
      if (known != null) {
        tags.addAll(known.tags);
      }
    }
    return tags.isEmpty() ? Set.of() : Collections.unmodifiableSet(tags);
  }

  @Override
  public Stream<String> tagged(String tag) {
    return opened.entrySet().stream()
        .filter(type -> type.getValue().tags.contains(tag))
        .map(Map.Entry::getKey);
  }

  @Override
  public boolean isHook(String name) {
    return hookNames.contains(name);
  }

  @Override
  public Optional<Hook> hook(Types types, String owner, String name, int arity) {
    if (!hookNames.contains(name)) {
      return Optional.empty();
    }
    Signature exact = new Signature(name, arity);
    Signature any = new Signature(name, Member.ANY);
    for (String type : known(types, owner)) {
      Optional<Hook> found = nearest(hooks.getOrDefault(type, Map.of()), exact, any);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<AnnotationModel> annotation(String type) {
    return Optional.ofNullable(annotations.get(type));
  }

  @Override
  public Set<String> words(Phase phase) {
    return words.getOrDefault(phase, Set.of());
  }

  @Override
  public Optional<String> dialect(String type) {
    return Optional.ofNullable(opened.get(type))
        .map(found -> found.dialect)
        .filter(dialect -> !dialect.isEmpty());
  }

  @Override
  public Stream<Member> members() {
    return opened.values().stream().flatMap(type -> type.members.values().stream());
  }

  @Override
  public Stream<Hook> hooks() {
    return hooks.values().stream().flatMap(byName -> byName.values().stream());
  }

  @Override
  public Stream<String> types() {
    return opened.keySet().stream();
  }

  private static <V> Optional<V> nearest(Map<Signature, V> map, Signature exact, Signature any) {
    V found = map.get(exact);
    return Optional.ofNullable(found != null ? found : map.get(any));
  }

  private List<String> known(Types types, String type) {
    Map<String, List<String>> all = ancestors(types).known;
    List<String> known = all.get(type);
    if (known == null) {
      known = computeKnown(types, type);
      all.put(type, known);
    }
    return known;
  }

  private Ancestors ancestors(Types types) {
    Ancestors current = ancestors;
    if (current.types != types) {
      current = new Ancestors(types);
      ancestors = current;
    }
    return current;
  }

  private List<String> computeKnown(Types types, String type) {
    Set<String> lineage = new LinkedHashSet<>(types.lineage(type));
    if (!type.equals(Types.UNKNOWN)) {
      // Interfaces and arrays have the members of Object though it is none of their supertypes.
      lineage.remove(OBJECT);
      lineage.add(OBJECT);
    }
    return lineage.stream()
        .filter(one -> opened.containsKey(one) || hooks.containsKey(one))
        .toList();
  }

  /** Memo of one set of supertypes; a second set replaces it. */
  private record Ancestors(
      Types types, Map<String, List<String>> known, Map<String, Set<String>> tags) {
    Ancestors(Types types) {
      this(types, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  private record Signature(String name, int arity) implements Comparable<Signature> {
    @Override
    public int compareTo(Signature other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : Integer.compare(arity, other.arity);
    }
  }

  /** What is said of one type; not changed once the files are read. */
  private static final class Opened {
    private String dialect = "";
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<Signature, Member> members = new TreeMap<>();

    /** A file without a dialect adds to a type without changing what it belongs to. */
    private void open(String from, Set<String> more) {
      dialect = dialect.isEmpty() ? from : dialect;
      tags.addAll(more);
    }
  }
}
