package dev.asynclint.core.facts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Monitors that virtual threads hold while they wait, for releases in which that keeps the carrier
 * thread.
 */
public final class Pinning {
  /** The first release with virtual threads, and the first in which monitors do not pin. */
  private static final int SINCE = 21;

  private static final int UNTIL = 24;

  /** For these the scheduler adds a carrier, or they are too short to matter. */
  private static final Set<String> EXEMPT =
      Set.of(
          "file",
          "metadata",
          "stream",
          "channel",
          "class-path",
          "console",
          "dns",
          "url",
          "archive",
          "condition",
          "lock");

  /** Calls between the region and the wait that are believed. */
  private static final int FAR = 3;

  private final Program program;

  /**
   * A monitor held over a wait.
   *
   * @param site the call in the region that waits or leads there
   * @param event the call that waits
   * @param monitor its name
   * @param path from the start of the thread to the wait
   */
  public record Pinned(
      CallSite site, CallSite event, String monitor, Confidence confidence, List<Step> path) {
    /** Copies the path. */
    public Pinned {
      path = List.copyOf(path);
    }
  }

  private Pinning(Program program) {
    this.program = program;
  }

  /** The questions about pinning that a program answers. */
  public static Pinning of(Program program) {
    return program.derived(Pinning.class, Pinning::new);
  }

  /**
   * Every region, with the first wait in it that is longer than a limit; none when the release is
   * not stated or does not pin.
   */
  public Stream<Pinned> all(Duration longest) {
    int release = program.models().release();
    if (release < SINCE || release >= UNTIL) {
      return Stream.empty();
    }
    Summaries summaries =
        new Summaries(
            program.callGraph(),
            program.waiting().all().filter(site -> counts(site, longest)).toList());
    Map<Place, Pinned> regions = new LinkedHashMap<>();
    for (Body body : VirtualThreads.of(program).bodies()) {
      for (CallSite site : body.sites) {
        if (counts(site, longest)) {
          monitor(site).ifPresent(lock -> add(regions, lock, site, site, List.of()));
        }
      }
      for (Calls.Call call : program.callGraph().from(body)) {
        Optional<CallSite> event = summaries.event(call.to());
        List<CallSite> way = summaries.way(call.to());
        if (event.isPresent() && way.size() <= FAR) {
          monitor(call.site()).ifPresent(lock -> add(regions, lock, call.site(), event.get(), way));
        }
      }
    }
    return regions.values().stream();
  }

  private boolean counts(CallSite site, Duration longest) {
    return program
        .event(site)
        .filter(event -> !EXEMPT.contains(event.kind()) && event.longerThan(longest))
        .isPresent();
  }

  /** The innermost monitor, as opposed to a lock that is taken by a call. */
  private static Optional<Lock> monitor(CallSite site) {
    return site.held.stream()
        .filter(lock -> lock.receiver() == null)
        .reduce((first, second) -> second);
  }

  private void add(
      Map<Place, Pinned> regions, Lock lock, CallSite site, CallSite event, List<CallSite> way) {
    List<Step> path = new ArrayList<>(VirtualThreads.of(program).path(site.body));
    int depth = path.size();
    path.add(new Step(lock.acquired(), "takes the monitor " + lock.display(), depth));
    if (site != event) {
      path.add(new Step(site.place(), "calls " + site.display(), depth++));
      for (CallSite hop : way) {
        path.add(new Step(hop.place(), "calls " + hop.display(), depth++));
      }
    }
    Waiting.Event what = program.event(event).orElseThrow();
    path.addAll(what.steps(event, "waits here, still holding it", depth));
    Confidence confidence = way.size() > 1 ? Confidence.MEDIUM : Confidence.HIGH;
    regions.putIfAbsent(lock.acquired(), new Pinned(site, event, lock.display(), confidence, path));
  }
}
