package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which callables are the whole of what a thread or an executor was given to run. */
final class Tasks {
  private static final int DEPTH = 3;

  private final Index index;
  private final Models models;
  private final Calls calls;

  /** Simple names of calls in tasks whose targets are not known. */
  private final Set<String> unresolved = new HashSet<>();

  private final Map<Body, Boolean> known = new HashMap<>();

  /** By which methods an object of a type is run as a task. */
  private final Map<String, Set<String>> entriesOf = new ConcurrentHashMap<>();

  Tasks(Program program) {
    this.index = program.index();
    this.models = program.models();
    this.calls = program.callGraph();
    for (Body body : index.bodies()) {
      if (isEntry(body)) {
        for (CallSite site : body.unresolved) {
          unresolved.add(site.name() + "/" + ((Target.Unknown) site.target()).arity());
        }
      }
    }
  }

  /** NO when a callable certainly returns to code that goes on; never YES. */
  Answer mayBe(Body body) {
    synchronized (known) {
      return mayBe(body, 0) ? Answer.UNKNOWN : Answer.NO;
    }
  }

  private boolean mayBe(Body body, int depth) {
    Boolean seen = known.get(body);
    if (seen == null) {
      Callable callable = body.callable;
      seen =
          isEntry(body)
              || unresolved.contains(callable.name() + "/" + callable.params().size())
              || (depth < DEPTH
                  && calls.to(body).stream().anyMatch(site -> mayBe(site.body, depth + 1)));
      if (depth == 0 || seen) {
        known.put(body, seen);
      }
    }
    return seen;
  }

  /** A closure, or the method by which whoever has a task runs it. */
  private boolean isEntry(Body body) {
    Callable callable = body.callable;
    if (callable.isClosure()) {
      return true;
    }
    Set<String> entries = entriesOf.computeIfAbsent(callable.owner(), this::entries);
    return !entries.isEmpty() && entries.contains(callable.name() + "/" + callable.params().size());
  }

  private Set<String> entries(String type) {
    return index.lineage(type).stream()
        .filter(one -> models.tagged(one, "task"))
        .flatMap(one -> index.abstractMethods(one).stream())
        .collect(Collectors.toSet());
  }

  /** The method a program starts with: there is nobody to tell. */
  static boolean isMain(Callable callable) {
    return callable.name().equals("main")
        && callable.modifiers().contains("static")
        && callable.params().stream()
            .map(Callable.Variable::type)
            .toList()
            .equals(List.of("java.lang.String[]"));
  }
}
