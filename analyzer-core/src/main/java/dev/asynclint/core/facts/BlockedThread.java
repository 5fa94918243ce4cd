package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import java.util.List;

/**
 * A thread that must not block, and does.
 *
 * @param site the call to blame: the event itself, or, in a method that promises an asynchronous
 *     result, the call that leads to it
 * @param event the call that keeps the thread
 * @param waits for other work of the program, rather than for something outside it
 * @param kind what it waits for, in the word of the knowledge file
 * @param bounded whether the call states a bound of the time
 * @param brief usually over soon, such as a file that the operating system has in memory
 * @param context the kind of thread; {@link Context#CALLER} for whoever asks for the promised
 *     result
 * @param formal whether the promise is one of form: the method does its work before it returns a
 *     result that is complete already, and never returns another one
 * @param meant where the program allows it, in words; empty when it does not
 * @param occasional whether it is part of bringing something to its end, or happens only while the
 *     program starts: a few times in a life
 * @param path from the asynchronous entry to the event
 */
public record BlockedThread(
    CallSite site,
    CallSite event,
    boolean waits,
    String kind,
    boolean bounded,
    boolean brief,
    Context context,
    Confidence confidence,
    boolean formal,
    String meant,
    boolean occasional,
    List<Step> path) {
  /** Copies the path. */
  public BlockedThread {
    path = List.copyOf(path);
  }

  /** The thread, with an article: "the event loop". */
  public String thread() {
    return context == Context.CALLER
        ? "the caller of a method that promises an asynchronous result"
        : "the " + context.display();
  }
}
