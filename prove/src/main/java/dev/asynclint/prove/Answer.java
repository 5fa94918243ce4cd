package dev.asynclint.prove;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An answer that knows the stages the program puts behind it, by their lines. Safe for use by any
 * thread.
 */
final class Answer<T> extends CompletableFuture<T> {
  private final Evidence evidence;
  private final Answer<?> source;
  private final int line;
  private final List<Answer<?>> all;

  private Answer(Evidence evidence, Answer<?> source, int line, List<Answer<?>> all) {
    this.evidence = evidence;
    this.source = source;
    this.line = line;
    this.all = all;
  }

  /** An answer nothing stands on. */
  static <T> Answer<T> of(Evidence evidence) {
    return new Answer<>(evidence, null, 0, new CopyOnWriteArrayList<>());
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    Answer<U> stage = new Answer<>(evidence, this, evidence.here(), all);
    all.add(stage);
    return stage;
  }

  /** Puts down the stages that failed by themselves. */
  void putBroken() {
    for (Answer<?> stage : all) {
      if (stage.isCompletedExceptionally() && !stage.source.isCompletedExceptionally()) {
        evidence.add(Meter.BROKEN, stage.line, 1);
      }
    }
  }

  /** Puts down the stages that have ended and that nothing stands on: the ends of the chains. */
  void putEnds() {
    for (Answer<?> stage : all) {
      if (stage.isDone() && all.stream().noneMatch(other -> other.source == stage)) {
        evidence.add(Meter.OPEN_PROMISES, stage.line, 1);
      }
    }
  }
}
