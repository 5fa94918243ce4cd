package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.Comparator;
import java.util.List;

/** Calls of one kind from one stack, while they are counted. */
final class Calls {
  /** By line, kind and what was waited for. */
  static final Comparator<BlockingCall> ORDER =
      Comparator.comparing(BlockingCall::blamed)
          .thenComparing(BlockingCall::kind)
          .thenComparing(BlockingCall::what)
          .thenComparing(call -> call.stack().toString());

  private final Key key;
  private long count;
  private long totalNanos;
  private long maxNanos;

  /** What tells them apart; the stack is not empty. */
  record Key(String kind, String what, List<Site> stack) {}

  Calls(Key key) {
    this.key = key;
  }

  void add(long nanos) {
    count++;
    totalNanos += nanos;
    maxNanos = Math.max(maxNanos, nanos);
  }

  BlockingCall call() {
    List<Site> stack = List.copyOf(key.stack());
    return new BlockingCall(
        key.kind(), key.what(), stack.get(0), stack, count, totalNanos, maxNanos);
  }
}
