package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;

/** Where something runs, in the end. */
sealed interface Spot {
  /** On threads of a kind. */
  record On(Context context, CallSite because) implements Spot {
    /** What a call that runs something there says of it. */
    String said(CallSite site) {
      String where = "the " + context.display();
      return because == site
          ? "'" + site.display() + "' runs it on " + where
          : "'" + site.display() + "' runs it where its source emits: " + where;
    }
  }

  /** On the thread that runs another body. */
  record Within(Body body, CallSite because) implements Spot {}

  /** On the thread of whoever uses the asynchronous result a method returns. */
  record Promised(Body method) implements Spot {}

  /** On the thread that subscribes; only as an intermediate answer. */
  record Subscriber() implements Spot {}

  /** Not known, or never. */
  record Unknown() implements Spot {}

  /** The one unknown spot. */
  Spot UNKNOWN = new Unknown();

  /** The one "whoever subscribes". */
  Spot SUBSCRIBER = new Subscriber();
}
