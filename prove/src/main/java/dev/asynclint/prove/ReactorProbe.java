package dev.asynclint.prove;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;

/** Watches the operators that the program puts together. */
final class ReactorProbe implements Probe {
  private static final String KEY = "asynclint";

  private final Evidence evidence;
  private final boolean signals;

  /** In the order in which they were made: what a chain stands on comes first. */
  private final List<Operator.Counts> operators = new CopyOnWriteArrayList<>();

  private final String type;
  private final LongSupplier level;

  private ReactorProbe(Evidence evidence, Claim claim, LongSupplier level) {
    this.evidence = evidence;
    this.signals = claim.meter().watchesSignals();
    this.type = claim.type();
    this.level = level;
  }

  /**
   * Begins to count, where there is a Reactor at all; must be closed.
   *
   * @param level the most that operators of the type of the claim had to do at a time
   */
  static Probe of(Evidence evidence, Claim claim, LongSupplier level) {
    try {
      ReactorProbe probe = new ReactorProbe(evidence, claim, level);
      Hooks.onEachOperator(KEY, probe::made);
      Hooks.onErrorDropped(e -> evidence.add(Meter.FAILURES, evidence.here(), 1));
      return probe;
    } catch (NoClassDefFoundError e) {
      return Probe.NONE;
    }
  }

  private Publisher<Object> made(Publisher<Object> publisher) {
    int line = evidence.here();
    if (line == 0) {
      return publisher;
    }
    Operator.Counts counts = new Operator.Counts(line, publisher.getClass().getName());
    operators.add(counts);
    return Operators.<Object, Object>liftPublisher(
            (source, subscriber) -> {
              if (signals) {
                return new Operator(counts, subscriber);
              }
              counts.subscriptions.incrementAndGet();
              return subscriber;
            })
        .apply(publisher);
  }

  @Override
  public void cancelled() {
    for (Operator.Counts operator : operators) {
      evidence.add(Meter.OUTLIVING, operator.line, operator.live.get());
    }
  }

  @Override
  public void close() {
    Hooks.resetOnEachOperator(KEY);
    Hooks.resetOnErrorDropped();
    Set<Throwable> failures = new HashSet<>();
    boolean stalled = false;
    for (Operator.Counts operator : operators) {
      int subscriptions = operator.subscriptions.get();
      evidence.peak(Meter.ATTEMPTS, operator.line, subscriptions);
      evidence.add(Meter.UNSUBSCRIBED, operator.line, subscriptions == 0 ? 1 : 0);
      if (operator.type.equals(type)) {
        evidence.peak(Meter.IN_FLIGHT, operator.line, level.getAsLong());
      }
      // What stands behind the first one waits because that one waits.
      if (!stalled && operator.owes()) {
        stalled = true;
        evidence.add(Meter.STALLED, operator.line, 1);
      }
      if (operator.failure() != null && failures.add(operator.failure())) {
        evidence.add(Meter.BROKEN, operator.line, 1);
      }
    }
  }
}
