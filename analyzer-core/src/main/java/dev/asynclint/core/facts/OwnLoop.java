package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;

/**
 * Callbacks of an asynchronous client that wait for the same client: what they wait for is to be
 * read by the event loop that they occupy.
 */
public final class OwnLoop {
  private static final int STAGES = 12;

  /** Names of a package that tell a library, when its own future is waited for. */
  private static final int WIDE = 2;

  /** The same for calls that block: one framework has clients of many services. */
  private static final int NARROW = 3;

  private final Program program;
  private final Models models;

  /**
   * Why a wait cannot end.
   *
   * @param source the operation that calls back, or the wait itself when the library does so of its
   *     own accord
   * @param same whether both are of one and the same client, not just of one library
   */
  public record Callback(CallSite source, boolean same) {}

  private OwnLoop(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** The callbacks of a program. */
  public static OwnLoop of(Program program) {
    return program.derived(OwnLoop.class, OwnLoop::new);
  }

  /** The callback a blocked thread is in, when it waits for the client that calls back. */
  public Optional<Callback> of(BlockedThread blocked) {
    CallSite wait = blocked.event();
    if (blocked.context() != Context.EVENT_LOOP || blocked.confidence() != Confidence.HIGH) {
      return Optional.empty();
    }
    Optional<CallSite> awaited = blocked.waits() ? root(wait) : Optional.of(wait);
    boolean remote = blocked.waits() || Spawning.REMOTE.contains(blocked.kind());
    int names = blocked.waits() ? WIDE : NARROW;
    String library = awaited.map(site -> library(site, names)).orElse("");
    if (!remote || library.isEmpty()) {
      return Optional.empty();
    }
    for (Body body = wait.body; body != null; body = body.enclosing) {
      for (Closures.Use use : program.closures().of(body)) {
        Optional<CallSite> source = use.runs() == null ? Optional.empty() : root(use.site());
        if (source.isPresent() && library(source.get(), names).equals(library)) {
          String one = client(source.get());
          return Optional.of(new Callback(source.get(), one.equals(client(awaited.get()))));
        }
      }
      if (hook(body, names).filter(library::equals).isPresent()) {
        return Optional.of(new Callback(awaited.get(), blocked.waits()));
      }
    }
    return Optional.empty();
  }

  /** The operation at the start of a chain, if its answer comes on an event loop. */
  private Optional<CallSite> root(CallSite stage) {
    CallSite site = stage;
    for (int depth = 0; site != null && depth < STAGES; depth++) {
      if (site.effect(Effect.Emits.class)
          .filter(emits -> emits.where().context() == Context.EVENT_LOOP)
          .isPresent()) {
        return Optional.of(site);
      }
      site = models.values().origin(site.body, site.receiver()).site();
    }
    return Optional.empty();
  }

  /** Whose a member is: the first names of its package. */
  private static String library(CallSite site, int names) {
    return site.target() instanceof Target.Known known ? library(known.owner(), names) : "";
  }

  private static String library(String type, int names) {
    int end = -1;
    for (int i = 0; i < names; i++) {
      end = type.indexOf('.', end + 1);
      if (end < 0) {
        return "";
      }
    }
    return type.substring(0, end);
  }

  /** The library whose hook a method overrides. */
  private Optional<String> hook(Body body, int names) {
    return models
        .knowledge()
        .hook(
            models.types(),
            body.callable.owner(),
            body.callable.name(),
            body.callable.params().size())
        .filter(hook -> hook.context() == Context.EVENT_LOOP)
        .map(hook -> library(hook.owner(), names));
  }

  /** Where the chain of calls that leads to an operation starts: the connection or client. */
  private String client(CallSite operation) {
    Values.Ref ref = models.values().origin(operation.body, operation.receiver());
    for (int depth = 0; ref.site() != null && !ref.site().isNew() && depth < STAGES; depth++) {
      ref = models.values().origin(ref.body(), ref.site().receiver());
    }
    return models.values().key(ref.body(), ref.value());
  }
}
