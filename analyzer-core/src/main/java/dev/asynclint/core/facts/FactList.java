package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what was derived into words, place by place. */
final class FactList {
  private final Index index;
  private final Contexts contexts;
  private final Waiting waiting;
  private final Calls calls;

  FactList(Index index, Contexts contexts, Waiting waiting, Calls calls) {
    this.index = index;
    this.contexts = contexts;
    this.waiting = waiting;
    this.calls = calls;
  }

  Stream<Fact> all() {
    Summaries summaries =
        new Summaries(
            calls,
            waiting
                .all()
                .filter(site -> waiting.event(site).orElseThrow().longerThan(Duration.ZERO))
                .toList());
    return index.bodies().stream()
        .flatMap(body -> Stream.concat(of(body, summaries), body.sites.stream().flatMap(this::of)));
  }

  private Stream<Fact> of(Body body, Summaries summaries) {
    Stream<String> runs =
        contexts
            .of(body)
            .map(
                reach ->
                    reach.context() == Context.CALLER
                        ? "promises async"
                        : "runs on " + reach.context().id());
    Stream<String> reaches =
        summaries.event(body).flatMap(waiting::event).stream().map(e -> "reaches " + e.kind());
    return Stream.concat(runs, reaches).map(text -> new Fact(body.place(), text));
  }

  private Stream<Fact> of(CallSite site) {
    Optional<Waiting.Event> event = waiting.event(site);
    Stream<String> keeps =
        event.stream().map(e -> (e.waits() ? "waits on " : "blocks ") + e.kind());
    Stream<String> holds = site.held.stream().map(lock -> "holds " + lock.display());
    return Stream.concat(keeps, holds).map(text -> new Fact(site.place(), text));
  }
}
