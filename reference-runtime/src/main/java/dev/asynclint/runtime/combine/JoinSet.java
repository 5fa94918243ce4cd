package dev.asynclint.runtime.combine;

import dev.asynclint.runtime.poll.AbortHandle;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tasks that belong together: their results come in the order they end, and closing the set aborts
 * those that run. For one task at a time.
 *
 * @param <T> type of the results
 */
public final class JoinSet<T> implements AutoCloseable {
  private final Host host;
  private final Children<T> children = new Children<>();
  private final Set<JoinHandle<T>> handles = new LinkedHashSet<>();

  /** An empty set of tasks of a runtime. */
  public JoinSet(Host host) {
    this.host = host;
  }

  /** Starts a task. */
  public AbortHandle spawn(Async<T> async) {
    JoinHandle<T> handle = host.spawn("", async);
    handles.add(handle);
    // The set waits for many with one task: their joins must not use up its budget.
    children.add(Coop.unconstrained(handle).always(() -> handles.remove(handle)));
    return handle;
  }

  /** Tasks whose result has not been taken. */
  public int size() {
    return children.size();
  }

  /** Waits for any to end; fails with its {@code JoinError} when it did. */
  public Async<T> joinNext() {
    return this::pollNext;
  }

  private Poll<T> pollNext(Context cx) throws Exception {
    Poll<Children.Child<T>> polled = children.pollNext(cx);
    if (polled.isPending()) {
      return Poll.pending();
    }
    if (polled.value() == null) {
      throw new IllegalStateException("the set is empty; ask size() first");
    }
    return Poll.ready(polled.value().get());
  }

  /** Aborts all, in the order they were started; their results can still be waited for. */
  public void abortAll() {
    List.copyOf(handles).forEach(AbortHandle::abort);
  }

  /** Lets all run on by themselves. */
  public void detachAll() {
    children.drop();
    handles.clear();
  }

  /** Aborts all and forgets them. */
  @Override
  public void close() {
    abortAll();
    detachAll();
  }
}
