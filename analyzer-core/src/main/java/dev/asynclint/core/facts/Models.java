package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.Member;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Knowledge applied to this program: its types, its release. */
record Models(
    Knowledge knowledge,
    Types types,
    Values values,
    int release,
    Predicate<String> declared,
    Lazy<Names> names) {
  /** Knowledge is large, and the same for all programs of a run. */
  private static final Map<Knowledge, Names> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  Models(Knowledge knowledge, Types types, Values values, int release, Predicate<String> declared) {
    this(knowledge, types, values, release, declared, new Lazy<>(() -> names(knowledge)));
  }

  /** Simple names of members that wait, and of those that move what they are given. */
  record Names(Set<String> slowing, Set<String> moving) {}

  private static Names names(Knowledge knowledge) {
    return KNOWN.computeIfAbsent(knowledge, all -> new Names(slowing(all), moving(all)));
  }

  /** Simple names of members that run an argument on an executor they are given. */
  private static Set<String> moving(Knowledge knowledge) {
    return knowledge
        .members()
        .filter(
            member ->
                member
                    .effects(Effect.Runs.class)
                    .anyMatch(runs -> runs.where().place() == Effect.Where.Place.EXECUTOR))
        .map(Member::name)
        .collect(Collectors.toSet());
  }

  /** What the words of names of methods tell; made anew, so whoever asks often keeps it. */
  MethodNames methodNames() {
    return new MethodNames(knowledge);
  }

  /** Whether a call that could not be resolved may run its arguments elsewhere, by its name. */
  boolean maybeMoves(CallSite site) {
    return site.target() instanceof Target.Unknown && names.get().moving().contains(site.name());
  }

  /** Simple names of members that wait, block or take permits; constructors by their type. */
  private static Set<String> slowing(Knowledge knowledge) {
    return knowledge
        .members()
        .filter(
            member ->
                member.effect(Effect.Waits.class).isPresent()
                    || member.effect(Effect.Acquires.class).isPresent()
                    || member.effect(Effect.Blocks.class).isPresent())
        .map(member -> slowName(member.name(), member.owner()))
        .collect(Collectors.toSet());
  }

  /** Whether a call that could not be resolved may be one that waits, by its name. */
  boolean maybeWaits(CallSite site) {
    return site.target() instanceof Target.Unknown
        && names.get().slowing().contains(slowName(site.name(), site.type()));
  }

  /** Any constructor has the same name: it is the type that tells. */
  private static String slowName(String name, String type) {
    return name.equals("<init>") ? "new " + type : name;
  }

  /**
   * What a call means by knowledge. Empty for methods of the program that have a body: their body
   * says it better.
   */
  Optional<Member> model(Target target) {
    if (target instanceof Target.Known known) {
      return model(known);
    }
    if (target instanceof Target.OneOf several) {
      List<Optional<Member>> all = several.targets().stream().map(this::model).distinct().toList();
      return all.size() == 1 ? all.get(0) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Member> model(Target.Known known) {
    String start = known.name().equals("<init>") ? known.owner() : known.receiver();
    Optional<Member> found = knowledge.member(types, start, known.name(), known.arity());
    if (found.isEmpty() && !start.equals(known.owner())) {
      found = knowledge.member(types, known.owner(), known.name(), known.arity());
    }
    return found.filter(member -> holds(member) && !isDeclared(known));
  }

  /** Asked last, since few calls are to members that knowledge has. */
  private boolean isDeclared(Target.Known known) {
    return declared.test(known.owner() + "." + known.name() + known.parameters());
  }

  private boolean holds(Member member) {
    return release == 0
        || member
            .effects(Effect.HoldsFor.class)
            .allMatch(range -> range.since() <= release && release < range.until());
  }

  /** Whether a type or one of its supertypes carries a tag. */
  boolean tagged(String type, String tag) {
    return knowledge.tags(types, type).contains(tag);
  }

  /** Whether a type is a promise of a later result. */
  boolean isAsyncResult(String type) {
    Set<String> tags = knowledge.tags(types, type);
    return tags.contains("publisher") || tags.contains("future");
  }

  /**
   * Whether a method with such a result promises to do its work later: one that gives a handle to
   * what it scheduled says nothing about what it does itself.
   */
  boolean promises(String type) {
    return isAsyncResult(type) && !tagged(type, "scheduled");
  }

  /** Whether a method overrides one of a library that is there to wait, such as {@code await}. */
  boolean waitsByContract(Callable callable) {
    return knowledge
        .member(types, callable.owner(), callable.name(), callable.params().size())
        .filter(
            member ->
                member.effect(Effect.Waits.class).isPresent()
                    || member.effect(Effect.Blocks.class).isPresent())
        .isPresent();
  }
}
