package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Collections that are copied whole at each change, and changed for every item. */
public final class HotWrites {
  /** What registries of few, long-lived things are called. */
  private static final Set<String> REGISTERED =
      Set.of(
          "listener",
          "observer",
          "handler",
          "callback",
          "subscriber",
          "hook",
          "interceptor",
          "filter",
          "plugin",
          "extension",
          "watcher",
          "customizer",
          "processor");

  private final Program program;

  private HotWrites(Program program) {
    this.program = program;
  }

  /** The changes in a program. */
  public static HotWrites of(Program program) {
    return program.derived(HotWrites.class, HotWrites::new);
  }

  /**
   * Every change, made once for each item of data, that copies the whole collection.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<CallSite> all(int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.MUTATES) && copiesItself(site))
        .filter(site -> !isSetUp(site.body) && !isRegistry(site) && !isOfTask(site.body))
        .filter(site -> site.isRepeatedOverData(limit).certain());
  }

  private static boolean copiesItself(CallSite site) {
    return site.effect(Effect.Copies.class)
        .filter(copies -> copies.from() == Effect.RECEIVER)
        .isPresent();
  }

  private static boolean isSetUp(Body body) {
    Callable.Kind kind = body.callable.kind();
    return kind == Callable.Kind.CONSTRUCTOR || kind == Callable.Kind.INITIALISER;
  }

  /** Whether each change belongs to a task of its own, which costs more than a small copy. */
  private boolean isOfTask(Body body) {
    for (Body one = body; one != null; one = one.enclosing) {
      boolean task =
          program.closures().of(one).stream()
              .anyMatch(use -> use.site().effect(Effect.Spawns.class).isPresent());
      if (task) {
        return true;
      }
    }
    return false;
  }

  /** Whether names tell that the collection holds listeners and the like. */
  private boolean isRegistry(CallSite site) {
    String receiver =
        site.receiver() instanceof Value.Field field
            ? field.name()
            : site.receiver() instanceof Value.Local local ? local.name() : "";
    String names = receiver + " " + site.body.display() + " " + argumentType(site);
    return REGISTERED.stream().anyMatch(names.toLowerCase(Locale.ROOT)::contains);
  }

  private static String argumentType(CallSite site) {
    Value named = site.operand(site.args().size() - 1);
    String name =
        named instanceof Value.Local local
            ? local.name()
            : named instanceof Value.Param param ? param.name() : "";
    Body declarer = site.body.declarer(name);
    return declarer == null
        ? ""
        : Stream.concat(declarer.callable.params().stream(), declarer.callable.locals().stream())
            .filter(variable -> variable.name().equals(name))
            .map(Callable.Variable::type)
            .findFirst()
            .orElse("");
  }
}
