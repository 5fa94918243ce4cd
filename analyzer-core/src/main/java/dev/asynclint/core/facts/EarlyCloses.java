package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources that a try statement closes while asynchronous work still needs them. */
public final class EarlyCloses {
  private static final int DEPTH = 4;

  /** The method that the language itself calls where a try statement with resources ends. */
  private static final String CLOSE = "close";

  private final Program program;
  private final Outliving outliving;
  private final Map<Place, EarlyClose> all = new LinkedHashMap<>();

  /**
   * A resource that is used after it was closed.
   *
   * @param use where the later work uses it
   * @param resource the variable's name
   * @param keeper the call whose work is not done when the try statement ends
   * @param inTask whether a closure uses it; else the call itself is still using it
   * @param path from the resource to its use
   */
  public record EarlyClose(
      Place use,
      String resource,
      CallSite keeper,
      boolean inTask,
      Confidence confidence,
      List<Step> path) {
    /** Copies the path. */
    public EarlyClose {
      path = List.copyOf(path);
    }
  }

  private EarlyCloses(Program program) {
    this.program = program;
    this.outliving = Outliving.of(program);
    outliving.tasks().forEach(this::task);
    for (Body body : program.index().bodies()) {
      body.modelled.stream().filter(site -> site.frame != null).forEach(this::pending);
    }
  }

  /** Those of a program. */
  public static EarlyCloses of(Program program) {
    return program.derived(EarlyCloses.class, EarlyCloses::new);
  }

  /** Every one, once a place. */
  public Stream<EarlyClose> all() {
    return all.values().stream();
  }

  /** A closure that runs later and captured a resource of a try statement around its keeper. */
  private void task(Outliving.Task task) {
    CallSite keeper = task.keeper();
    Map<CaptureUse.Variable, Place> captured = task.captured();
    around(keeper)
        .forEach(
            attempt ->
                closed(keeper.body, attempt)
                    .forEach(
                        (name, opened) ->
                            captured.forEach(
                                (variable, place) -> {
                                  boolean same =
                                      variable.name().equals(name)
                                          && variable.declarer() == keeper.body;
                                  if (same) {
                                    add(place, name, keeper, true, opened);
                                  }
                                })));
  }

  /** A call on a resource whose result is returned before it is complete. */
  private void pending(CallSite site) {
    boolean starts =
        !site.has(Effect.Flag.COMPLETED) && program.models().isAsyncResult(site.type());
    Optional<String> on =
        starts ? variable(site.body, site.receiver(), 0) : Optional.<String>empty();
    if (on.isEmpty() || !outliving.isReturned(site)) {
      return;
    }
    around(site)
        .forEach(
            attempt -> {
              Place opened = closed(site.body, attempt).get(on.get());
              if (opened != null) {
                add(site.place(), on.get(), site, false, opened);
              }
            });
  }

  private void add(Place use, String name, CallSite keeper, boolean inTask, Place opened) {
    List<Step> path = new ArrayList<>();
    path.add(new Step(opened, "opens '" + name + "', closed where the try statement ends", 0));
    path.add(new Step(keeper.place(), "returns before its work is done", 0));
    if (inTask) {
      path.add(new Step(use, "uses '" + name + "' when it runs", 1));
    }
    Confidence confidence = inTask ? Confidence.HIGH : Confidence.MEDIUM;
    all.putIfAbsent(use, new EarlyClose(use, name, keeper, inTask, confidence, path));
  }

  /** The local a chain of calls starts at. */
  private Optional<String> variable(Body body, Value value, int depth) {
    if (value instanceof Value.Param param) {
      return Optional.of(param.name());
    } else if (value instanceof Value.Local local) {
      CallSite made = program.models().values().resolve(body, value).site();
      boolean view = made != null && !made.isNew() && made.args().isEmpty() && depth > 0;
      return view && made.receiver() instanceof Value.Local && depth < DEPTH
          ? variable(body, made.receiver(), depth + 1)
          : Optional.of(local.name());
    }
    CallSite made = value instanceof Value.Result result ? body.site(result.op()) : null;
    return made == null || made.isNew() || depth > DEPTH
        ? Optional.empty()
        : variable(body, made.receiver(), depth + 1);
  }

  /** The try statements in whose body a call stands, innermost first. */
  private static Stream<Op.Try> around(CallSite site) {
    return Frame.outward(site.frame)
        .filter(frame -> frame.part() == Frame.Part.BODY && frame.op() instanceof Op.Try)
        .map(frame -> (Op.Try) frame.op());
  }

  /**
   * What a try statement closes, with where it is opened. Nothing when one of its resources waits
   * for its work when it is closed: that one may be what runs the work.
   */
  private Map<String, Place> closed(Body body, Op.Try attempt) {
    Map<String, Place> found = new LinkedHashMap<>();
    for (Op op : attempt.resources().ops()) {
      if (op instanceof Op.Write write && write.place() instanceof Value.Local local) {
        String type = type(body, local.name());
        if (waitsOnClose(type)) {
          return Map.of();
        }
        if (!program.models().tagged(type, "in-memory")) {
          found.put(local.name(), new Place(body.unit, write.origin(), local.name().length()));
        }
      }
    }
    for (CallSite site : body.sites) {
      boolean closes =
          site.name().equals(CLOSE)
              && site.args().isEmpty()
              && CaptureUse.Variable.of(body, site.receiver()).isPresent()
              && isAlwaysIn(site, attempt);
      if (closes) {
        String name = CaptureUse.Variable.of(body, site.receiver()).orElseThrow().name();
        String type = type(body, name);
        if (waitsOnClose(type)) {
          return Map.of();
        }
        if (!program.models().tagged(type, "in-memory")) {
          found.putIfAbsent(name, site.place());
        }
      }
    }
    return found;
  }

  /** Whether a call stands in the finally block, and not under a condition of its own there. */
  private static boolean isAlwaysIn(CallSite site, Op.Try attempt) {
    for (Frame frame : Frame.outward(site.frame).toList()) {
      if (frame.op() == attempt) {
        return frame.part() == Frame.Part.FINALLY;
      }
      if (frame.op() instanceof Op.Branch) {
        return false;
      }
    }
    return false;
  }

  private static String type(Body body, String name) {
    return Stream.concat(body.callable.params().stream(), body.callable.locals().stream())
        .filter(variable -> variable.name().equals(name))
        .map(Callable.Variable::type)
        .findFirst()
        .orElse(Types.UNKNOWN);
  }

  /** Whether closing an object of a type waits until what it was given to do is done. */
  private boolean waitsOnClose(String type) {
    return program
        .models()
        .knowledge()
        .member(program.models().types(), type, CLOSE, 0)
        .filter(member -> member.effect(Effect.Waits.class).isPresent())
        .isPresent();
  }
}
