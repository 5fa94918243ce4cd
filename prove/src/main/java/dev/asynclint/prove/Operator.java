package dev.asynclint.prove;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** A subscription to an operator of the program, which counts what goes through it. */
final class Operator implements CoreSubscriber<Object>, Subscription {
  private final Counts counts;
  private final CoreSubscriber<? super Object> downstream;
  private Subscription upstream;

  Operator(Counts counts, CoreSubscriber<? super Object> downstream) {
    this.counts = counts;
    this.downstream = downstream;
    counts.subscriptions.incrementAndGet();
    counts.live.incrementAndGet();
  }

  /** What all subscriptions to an operator have in common. Safe for use by any thread. */
  static final class Counts {
    final int line;
    final String type;
    final AtomicInteger subscriptions = new AtomicInteger();

    /** Those that have neither ended nor been cancelled. */
    final AtomicInteger live = new AtomicInteger();

    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile Throwable failure;

    Counts(int line, String type) {
      this.line = line;
      this.type = type;
    }

    /** Whether somebody waits for an item of it. */
    boolean owes() {
      return live.get() > 0 && asked.get() > sent.get();
    }

    /** What it failed with; null when it did not. */
    Throwable failure() {
      return failure;
    }
  }

  @Override
  public Context currentContext() {
    return downstream.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    downstream.onSubscribe(this);
  }

  @Override
  public void onNext(Object item) {
    counts.sent.incrementAndGet();
    downstream.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    counts.live.decrementAndGet();
    counts.failure = failure;
    downstream.onError(failure);
  }

  @Override
  public void onComplete() {
    counts.live.decrementAndGet();
    downstream.onComplete();
  }

  @Override
  public void request(long items) {
    counts.asked.updateAndGet(asked -> Operators.addCap(asked, items));
    upstream.request(items);
  }

  @Override
  public void cancel() {
    counts.live.decrementAndGet();
    upstream.cancel();
  }
}
