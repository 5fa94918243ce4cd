package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.Knowledge.AnnotationModel.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where methods run by what their declarations say: annotations, then hooks of frameworks, then the
 * promise of an asynchronous result.
 */
final class Declarations {
  private final Index index;
  private final Models models;
  private final Hooks frameworks;

  /** Where a method runs, and what says so. */
  record Declared(Context context, Confidence confidence, String message) {}

  Declarations(Index index, Models models, Closures closures) {
    this.index = index;
    this.models = models;
    this.frameworks = new Hooks(index, models, closures);
  }

  /** What a callable is declared as; empty when its declaration does not tell. */
  Optional<Declared> of(Body body) {
    Callable callable = body.callable;
    if (callable.kind() != Callable.Kind.METHOD || !callable.hasBody()) {
      return Optional.empty();
    }
    Optional<Knowledge.AnnotationModel> own = annotation(callable.annotations(), body);
    if (own.isEmpty() || own.get().meaning().isHandler()) {
      Optional<Knowledge.AnnotationModel> handler = own;
      own =
          index
              .type(callable.owner())
              .flatMap(t -> annotation(t.annotations(), body))
              .or(() -> handler);
    }
    if (own.isPresent()) {
      return Optional.of(stated(body, own.get()));
    }
    Optional<Knowledge.Hook> hook = frameworks.hook(body);
    String returns = callable.returns();
    if (hook.isPresent()) {
      String type = Body.simple(hook.get().owner());
      Context context = hook.get().context();
      String message = type + "." + callable.name() + " runs on the " + context.display();
      return Optional.of(new Declared(context, Confidence.HIGH, message));
    } else if (models.promises(returns)
        && !callable.modifiers().contains("private")
        && !models.waitsByContract(callable)) {
      String message = "returns " + Body.simple(returns) + ", so promises not to block its caller";
      return Optional.of(new Declared(Context.CALLER, Confidence.MEDIUM, message));
    }
    return Optional.empty();
  }

  private static Declared stated(Body body, Knowledge.AnnotationModel model) {
    String name = "@" + Body.simple(model.type());
    if (model.meaning() == Meaning.BLOCKING) {
      return new Declared(Context.BLOCKING_POOL, Confidence.HIGH, name + ": may block");
    } else if (model.meaning() == Meaning.NON_BLOCKING) {
      return new Declared(Context.EVENT_LOOP, Confidence.HIGH, name + ": must not block");
    }
    String handler =
        switch (model.meaning()) {
          case HANDLES -> " handler returns " + Body.simple(body.callable.returns()) + ",";
          case HANDLES_ALL -> " handler";
          default -> "";
        };
    String message = name + handler + " runs on the " + model.context().display();
    return new Declared(model.context(), Confidence.HIGH, message);
  }

  private Optional<Knowledge.AnnotationModel> annotation(List<Annotation> all, Body body) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return all.stream()
        .flatMap(a -> models.knowledge().annotation(a.type()).stream())
        .filter(model -> model.holdsFor(models.tagged(body.callable.returns(), "publisher")))
        .min(Comparator.comparing(Knowledge.AnnotationModel::meaning).reversed());
  }
}
