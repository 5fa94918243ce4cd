package dev.asynclint.prove;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;

/** Counts how often operators that the program puts together are subscribed to. */
final class ReactorProbe implements AutoCloseable {
  private static final String KEY = "asynclint";

  private final Evidence evidence;
  private final List<Assembly> assemblies = new CopyOnWriteArrayList<>();

  private ReactorProbe(Evidence evidence) {
    this.evidence = evidence;
  }

  /** An operator and the line of the program that made it. */
  private record Assembly(int line, AtomicInteger subscriptions) {}

  /** Begins to count, where there is a Reactor at all; must be closed. */
  static AutoCloseable of(Evidence evidence) {
    try {
      ReactorProbe probe = new ReactorProbe(evidence);
      Hooks.onEachOperator(KEY, probe::made);
      Hooks.onErrorDropped(e -> evidence.add(Meter.FAILURES, evidence.here(), 1));
      return probe;
    } catch (NoClassDefFoundError e) {
      return () -> {};
    }
  }

  private Publisher<Object> made(Publisher<Object> publisher) {
    int line = evidence.here();
    if (line == 0) {
      return publisher;
    }
    Assembly assembly = new Assembly(line, new AtomicInteger());
    assemblies.add(assembly);
    return Operators.<Object, Object>liftPublisher(
            (source, subscriber) -> {
              assembly.subscriptions().incrementAndGet();
              return subscriber;
            })
        .apply(publisher);
  }

  @Override
  public void close() {
    Hooks.resetOnEachOperator(KEY);
    Hooks.resetOnErrorDropped();
    for (Assembly assembly : assemblies) {
      int subscriptions = assembly.subscriptions().get();
      evidence.peak(Meter.ATTEMPTS, assembly.line(), subscriptions);
      evidence.add(Meter.UNSUBSCRIBED, assembly.line(), subscriptions == 0 ? 1 : 0);
    }
  }
}
