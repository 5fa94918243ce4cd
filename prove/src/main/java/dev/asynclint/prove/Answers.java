package dev.asynclint.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The other end: answers when, and only when, the program can do nothing but wait for it. Replies
 * are read by one I/O thread. Safe for use by any thread.
 */
final class Answers implements AutoCloseable {
  private final Evidence evidence;
  private final List<Runnable> open = new ArrayList<>();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, Loops.WORKERS + "-io");
            thread.setDaemon(true);
            return thread;
          });
  private final boolean watched;
  private final List<Answer<?>> answers = new ArrayList<>();
  private int replying;

  /**
   * For a program.
   *
   * @param watched whether to look at the stages it puts behind answers
   */
  Answers(Evidence evidence, boolean watched) {
    this.evidence = evidence;
    this.watched = watched;
  }

  <T> CompletableFuture<T> ask(T value) {
    CompletableFuture<T> answer = asked();
    synchronized (this) {
      open.add(() -> answer.complete(value));
    }
    return answer;
  }

  /** The same, but the answer is a failure. */
  <T> CompletableFuture<T> askInVain(Exception failure) {
    CompletableFuture<T> answer = asked();
    synchronized (this) {
      open.add(() -> answer.completeExceptionally(failure));
    }
    return answer;
  }

  private <T> CompletableFuture<T> asked() {
    evidence.add(Meter.REMOTE_CALLS, evidence.here(), 1);
    if (!watched) {
      return new CompletableFuture<>();
    }
    Answer<T> answer = Answer.of(evidence);
    synchronized (this) {
      answers.add(answer);
    }
    return answer;
  }

  /**
   * Puts down what became of the stages behind the answers.
   *
   * @param open whether a promise of the program is not complete
   */
  synchronized void finish(boolean open) {
    answers.forEach(Answer::putBroken);
    if (open) {
      answers.forEach(Answer::putEnds);
    }
  }

  synchronized int open() {
    return open.size();
  }

  /** Whether replies are being read. */
  synchronized boolean busy() {
    return replying > 0;
  }

  /** Answers all that was asked so far. */
  synchronized void reply() {
    List<Runnable> all = List.copyOf(open);
    open.clear();
    replying++;
    reader.execute(
        () -> {
          try {
            all.forEach(Runnable::run);
          } finally {
            synchronized (this) {
              replying--;
            }
          }
        });
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
