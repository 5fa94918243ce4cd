package dev.asynclint.core.knowledge;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words knowledge files may use, apart from names of types, members and labels. */
final class Vocabulary {
  private Vocabulary() {}

  /** What a line that is not indented may begin with. */
  static final Set<String> DIRECTIVES = words("library dialect type hook annotation words");

  /** What a thread may be kept by; the same words after {@code blocks} and {@code waits on}. */
  static final Set<String> KINDS =
      words(
          "sleep file metadata url socket dns process database http rpc redis messaging queue lock latch"
              + " console transaction pipe class-path stream channel archive directory mail search"
              + " cache cloud entropy preferences device future publisher thread barrier task"
              + " condition permit");

  /** What a clause may begin with. */
  static final Set<String> VERBS =
      words(
          "blocks waits maybe instead runs makes shifts chains emits acquires tries releases shared"
              + " guards spawns fans sequential bounds completes completed joins takes copies"
              + " mutates reads returns iterates keeps costs allocates closes states may queues"
              + " enqueues dequeues feeds gathers groups expands helps forks never since until interrupts"
              + " interruptible retries delays needs sets maps subscribes repeats replaces handles"
              + " hooks drops ignorable names allows forbids measured unmeasured");

  /** The names of contexts. */
  static final Set<String> CONTEXTS =
      new LinkedHashSet<>(Arrays.stream(Context.values()).map(Context::id).toList());

  /**
   * What a type may be tagged with. The name of a context says that executors and threads of the
   * type have no other.
   */
  static final Set<String> TAGS =
      union(
          words(
              "publisher multi future cold hot executor lock permit condition in-memory collection"
                  + " map buffer stream thread promise client resource large singleton-like shared log"
                  + " request-scoped confined counted lends task interruption handle scheduled"
                  + " function"),
          CONTEXTS);

  /** What may follow {@code on}. */
  static final Set<String> PLACES =
      union(CONTEXTS, words("upstream subscriber completer executor receiver owner"));

  /** What a label may not be called, since a clause could not tell the two apart. */
  static final Set<String> RESERVED = union(CONTEXTS, words("receiver cores unbounded"));

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(List.of(text.split(" ")));
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(right);
    return all;
  }
}
