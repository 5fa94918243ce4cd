package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.knowledge.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which callables certainly run on virtual threads, each with the shortest way there. */
final class VirtualThreads {
  /** Calls from the start of the thread after which a way is no longer believed. */
  private static final int FAR = 6;

  private final Program program;
  private final Map<Body, Way> ways = new LinkedHashMap<>();

  /** A way to a body: a call, or the start of the thread where {@code from} is null. */
  private record Way(Body from, Place at, String message, int length) {}

  private VirtualThreads(Program program) {
    this.program = program;
    Deque<Body> queue = new ArrayDeque<>();
    for (Body body : program.index().bodies()) {
      start(body)
          .ifPresent(
              way -> {
                ways.put(body, way);
                queue.add(body);
              });
    }
    while (!queue.isEmpty()) {
      Body body = queue.remove();
      int length = ways.get(body).length() + 1;
      for (Calls.Call call : length > FAR ? List.<Calls.Call>of() : calls(body)) {
        Way way = new Way(body, call.site().place(), "calls " + call.to().display(), length);
        if (ways.putIfAbsent(call.to(), way) == null) {
          queue.add(call.to());
        }
      }
    }
  }

  static VirtualThreads of(Program program) {
    return program.derived(VirtualThreads.class, VirtualThreads::new);
  }

  /** The bodies that do. */
  Set<Body> bodies() {
    return Collections.unmodifiableSet(ways.keySet());
  }

  /** How a body comes to run there; empty when that is not known. */
  List<Step> path(Body body) {
    List<Way> links = new ArrayList<>();
    for (Way way = ways.get(body); way != null; way = ways.get(way.from())) {
      links.add(0, way);
    }
    List<Step> steps = new ArrayList<>();
    links.forEach(way -> steps.add(new Step(way.at(), way.message(), steps.size())));
    return steps;
  }

  private List<Calls.Call> calls(Body body) {
    return program.callGraph().from(body);
  }

  private Optional<Way> start(Body body) {
    Optional<String> annotation = annotation(body);
    if (annotation.isPresent()) {
      return Optional.of(
          new Way(null, body.place(), annotation.get() + " runs on a virtual thread", 0));
    }
    for (Closures.Use use : program.closures().of(body)) {
      if (use.runs() == null) {
        continue;
      }
      for (Spot spot : program.chains().spots(use.site(), use.runs())) {
        if (spot instanceof Spot.On on && on.context() == Context.VIRTUAL_THREAD) {
          String message = "'" + use.site().display() + "' runs it on a virtual thread";
          return Optional.of(new Way(null, use.site().place(), message, 0));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> annotation(Body body) {
    Callable callable = body.callable;
    if (callable.kind() != Callable.Kind.METHOD || !callable.hasBody()) {
      return Optional.empty();
    }
    return callable.annotations().stream()
        .filter(
            one ->
                program
                    .models()
                    .knowledge()
                    .annotation(one.type())
                    .filter(model -> model.context() == Context.VIRTUAL_THREAD)
                    .isPresent())
        .map(one -> "@" + one.simpleName())
        .findFirst();
  }
}
