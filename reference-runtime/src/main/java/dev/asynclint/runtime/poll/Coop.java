package dev.asynclint.runtime.poll;

/** Taking turns: what a computation without suspension points of its own uses to be fair. */
public final class Coop {
  private Coop() {}

  /** Lets all others have a turn, timers included; takes nothing off the budget. */
  public static Async<Void> yieldNow() {
    return new Yield();
  }

  /** Takes one operation off the budget, and waits for the next turn when none is left. */
  public static Async<Void> consumeBudget() {
    return cx -> {
      if (!cx.proceed()) {
        return Poll.pending();
      }
      cx.progress();
      return Poll.ready(null);
    };
  }

  /**
   * The computation without a limit: it may keep others from their turn for as long as it likes.
   */
  public static <T> Async<T> unconstrained(Async<T> async) {
    return new Async<>() {
      @Override
      public Poll<T> poll(Context cx) throws Exception {
        int left = cx.budget();
        cx.budget(Context.UNCONSTRAINED);
        try {
          return async.poll(cx);
        } finally {
          cx.budget(left);
        }
      }

      @Override
      public void drop() {
        async.drop();
      }
    };
  }

  private static final class Yield implements Async<Void> {
    private boolean yielded;

    @Override
    public Poll<Void> poll(Context cx) {
      if (yielded) {
        return Poll.ready(null);
      }
      yielded = true;
      cx.defer(cx.waker());
      return Poll.pending();
    }
  }
}
