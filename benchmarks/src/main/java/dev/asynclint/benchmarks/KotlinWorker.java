package dev.asynclint.benchmarks;

import java.util.concurrent.CountDownLatch;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.channels.Channel;

/**
 * A coroutine as its compiler would write it, a state machine with one state: sends, or receives,
 * so many elements on the default dispatcher.
 */
final class KotlinWorker extends ContinuationImpl {
  private static final long serialVersionUID = 1L;

  private final transient Channel<Integer> channel;
  private final transient CountDownLatch done;
  private final boolean sends;
  private int left;
  private boolean suspended;

  private KotlinWorker(
      Channel<Integer> channel,
      CountDownLatch done,
      boolean sends,
      int count,
      Continuation<Object> completion) {
    super(completion);
    this.channel = channel;
    this.done = done;
    this.sends = sends;
    this.left = count;
  }

  /** Starts one; the latch is told when it has ended. */
  @SuppressWarnings("unchecked") // a continuation takes whatever it is given
  static void start(Channel<Integer> channel, CountDownLatch done, boolean sends, int count) {
    BuildersKt.launch(
        GlobalScope.INSTANCE,
        Dispatchers.getDefault(),
        CoroutineStart.DEFAULT,
        (scope, completion) ->
            new KotlinWorker(
                    channel, done, sends, count, (Continuation<Object>) (Object) completion)
                .invokeSuspend(Unit.INSTANCE));
  }

  @Override
  protected Object invokeSuspend(Object result) {
    ResultKt.throwOnFailure(result);
    if (suspended) {
      left--;
    }
    while (left > 0) {
      suspended = true;
      Object outcome = sends ? channel.send(left, this) : channel.receive(this);
      if (outcome == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
        return outcome;
      }
      left--;
    }
    done.countDown();
    return Unit.INSTANCE;
  }
}
