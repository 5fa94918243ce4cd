package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.Knowledge.Phase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the names of methods and locks say of when something happens, in the words that knowledge
 * files give. Immutable; safe for use by several threads.
 */
final class MethodNames {
  private final Set<String> lifecycle = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> gone;

  MethodNames(Knowledge knowledge) {
    gone = knowledge.words(Phase.END);
    lifecycle.addAll(knowledge.words(Phase.START));
    lifecycle.addAll(gone);
    ends.addAll(gone);
    ends.addAll(knowledge.words(Phase.RELEASE));
  }

  /** Whether something is brought to its end or given up; nobody can act on a failure then. */
  boolean isEnding(String name) {
    return ends.contains(words(name).get(0));
  }

  /** Whether a callable is part of a method that brings something to its end for good. */
  boolean isEnd(Body body) {
    return gone.contains(words(method(body).callable.name()).get(0));
  }

  /** What starts or ends something happens once, and others have to wait for its end anyway. */
  boolean isLifecycle(Body body) {
    Callable method = method(body).callable;
    return method.kind() != Callable.Kind.METHOD || lifecycle.contains(words(method.name()).get(0));
  }

  /** Whether a word of a lock's name says that it is there for starting and ending. */
  boolean isLifecycle(Lock lock) {
    return words(lock.display()).stream().anyMatch(lifecycle::contains);
  }

  private static Body method(Body body) {
    Body method = body;
    while (method.callable.isClosure() && method.enclosing != null) {
      method = method.enclosing;
    }
    return method;
  }

  /** The words of a name in camel case, in lower case. */
  private static List<String> words(String name) {
    return Arrays.stream(name.replace("'", "").split("(?=[A-Z])|\\W|_"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
