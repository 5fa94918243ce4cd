package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of an object's own methods that are annotated with something that works through a proxy,
 * which such a call passes by. Immutable; safe for use by several threads.
 */
public final class SelfCalls {
  private static final int DEPTH = 3;

  private final Program program;
  private final List<SelfCall> all;

  /**
   * One such call.
   *
   * @param annotation simple name of the annotation that has no effect
   * @param asynchronous whether the annotation would have moved the work to another thread
   */
  public record SelfCall(CallSite site, String annotation, boolean asynchronous) {}

  private SelfCalls(Program program) {
    this.program = program;
    boolean any = program.index().bodies().stream().anyMatch(this::isProxied);
    List<SelfCall> found =
        any ? program.calls().flatMap(site -> selfCall(site).stream()).toList() : List.of();
    all = found.isEmpty() || isWoven() ? List.of() : found;
  }

  /** The self calls of a program. */
  public static SelfCalls of(Program program) {
    return program.derived(SelfCalls.class, SelfCalls::new);
  }

  /** Every one, in the order of files and places. */
  public Stream<SelfCall> all() {
    return all.stream();
  }

  private boolean isProxied(Body body) {
    List<Annotation> annotations = body.callable.annotations();
    return !annotations.isEmpty() && annotations.stream().anyMatch(one -> proxy(one).isPresent());
  }

  private Optional<Knowledge.AnnotationModel> proxy(Annotation annotation) {
    return program
        .models()
        .knowledge()
        .annotation(annotation.type())
        .filter(Knowledge.AnnotationModel::proxied);
  }

  private boolean isWoven() {
    return program
        .index()
        .types()
        .flatMap(type -> type.annotations().stream())
        .anyMatch(this::weaves);
  }

  /** Whether an annotation has the methods of the program changed, instead of proxies made. */
  private boolean weaves(Annotation annotation) {
    return program
        .models()
        .knowledge()
        .annotation(annotation.type())
        .map(Knowledge.AnnotationModel::woven)
        .filter(with -> !with.isEmpty())
        .filter(with -> annotation.strings().stream().anyMatch(text -> text.endsWith(with)))
        .isPresent();
  }

  private Optional<SelfCall> selfCall(CallSite site) {
    if (!(site.receiver() instanceof Value.This)
        || !(site.target() instanceof Target.Known known)
        || known.isStatic()
        || !known.owner().equals(site.body.callable.owner())) {
      return Optional.empty();
    }
    List<Index.Callee> callees = program.index().callees(site);
    if (callees.size() != 1) {
      return Optional.empty();
    }
    Body callee = callees.get(0).body();
    Set<String> modifiers = callee.callable.modifiers();
    if (modifiers.contains("private") || modifiers.contains("final")) {
      return Optional.empty();
    }
    for (Annotation annotation : callee.callable.annotations()) {
      Optional<Knowledge.AnnotationModel> model = proxy(annotation);
      if (model.isPresent() && !has(method(site.body), annotation.type(), 0)) {
        boolean moves = model.get().meaning() == Knowledge.AnnotationModel.Meaning.RUNS_ON;
        return Optional.of(new SelfCall(site, annotation.simpleName(), moves));
      }
    }
    return Optional.empty();
  }

  private static Body method(Body body) {
    Body method = body;
    while (method.callable.isClosure() && method.enclosing != null) {
      method = method.enclosing;
    }
    return method;
  }

  /** Whether a method, its type or a caller within the type is annotated in the same way. */
  private boolean has(Body method, String annotation, int depth) {
    Callable callable = method.callable;
    boolean own = callable.annotations().stream().anyMatch(a -> a.type().equals(annotation));
    boolean ofType =
        program.index().lineage(callable.owner()).stream()
            .flatMap(type -> program.index().type(type).stream())
            .flatMap(type -> type.annotations().stream())
            .anyMatch(a -> a.type().equals(annotation));
    boolean maybeCalled = isNamed(callable.owner(), callable.name());
    return own
        || ofType
        || maybeCalled
        || (depth < DEPTH
            && program.callGraph().running(method).stream()
                .filter(caller -> caller.body.callable.owner().equals(callable.owner()))
                .anyMatch(caller -> has(method(caller.body), annotation, depth + 1)));
  }

  /** Whether a type has a call by that name that could not be resolved. */
  private boolean isNamed(String type, String name) {
    return program.index().bodies(type).stream()
        .flatMap(body -> body.sites.stream())
        .anyMatch(site -> site.target() instanceof Target.Unknown && site.name().equals(name));
  }
}
