package dev.asynclint.runtime.sync;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.scheduler.StalledException;
import dev.asynclint.runtime.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NotifyTest {
  private final Notify notify = new Notify();

  @Test
  void oneSignalIsStoredNotTwo() {
    notify.notifyOne();
    notify.notifyOne();
    assertThatThrownBy(() -> Paused.run(() -> notify.notified().then(n -> notify.notified())))
        .isInstanceOf(StalledException.class);
  }

  @Test
  void notifyWaitersStoresNothing() {
    notify.notifyWaiters();
    assertThatThrownBy(() -> Paused.run(notify::notified)).isInstanceOf(StalledException.class);
  }

  @Test
  void notifyWaitersReachesWaitsThatWereMadeButNotPolled() {
    Paused.run(
        () -> {
          Async<Void> made = notify.notified();
          notify.notifyWaiters();
          return made;
        });
    assertThat(notify.waiting()).isZero();
  }

  @Test
  void aCancelledWaiterPassesItsSignalOn() {
    List<String> log = new ArrayList<>();
    Paused.run(
        () -> {
          JoinHandle<Boolean> first = spawn(notify.notified().map(n -> log.add("first")));
          JoinHandle<Boolean> second = spawn(notify.notified().map(n -> log.add("second")));
          return Coop.yieldNow()
              .then(
                  n -> {
                    notify.notifyOne();
                    first.abort();
                    return second;
                  });
        });
    assertThat(log).containsExactly("second");
  }

  @Test
  void aBarrierLetsAllGoOnWithOneLeader() {
    AsyncBarrier barrier = new AsyncBarrier(3);
    List<Boolean> leaders =
        Paused.run(() -> Join.all(List.of(barrier.await(), barrier.await(), barrier.await())));
    assertThat(leaders).containsExactlyInAnyOrder(true, false, false);
  }

  @Test
  void aCellIsFilledOnceAndByTheNextWhenTheFirstFails() {
    OnceCell<String> cell = new OnceCell<>();
    List<String> made = new ArrayList<>();
    Paused.run(
        () ->
            cell.getOrInit(() -> Async.failed(new IllegalStateException("no")))
                .recover(e -> Async.of("failed"))
                .then(
                    n ->
                        Join.all(
                            List.of(
                                cell.getOrInit(() -> make(made)),
                                cell.getOrInit(() -> make(made)))))
                .map(
                    values -> {
                      assertThat(values).containsExactly("value", "value");
                      return null;
                    }));
    assertThat(made).hasSize(1);
    assertThat(cell.get()).contains("value");
  }

  private static Async<String> make(List<String> made) {
    return Coop.yieldNow()
        .map(
            n -> {
              made.add("once");
              return "value";
            });
  }

  @Test
  void cancellingReachesChildrenNotParents() {
    CancellationToken parent = new CancellationToken();
    CancellationToken child = parent.child();
    CancellationToken grandchild = child.child();
    child.cancel();
    assertThat(grandchild.isCancelled()).isTrue();
    assertThat(parent.isCancelled()).isFalse();
    parent.cancel();
    assertThat(parent.child().isCancelled()).isTrue();
  }

  @Test
  void workUnderATokenIsDroppedWhenItIsCancelled() {
    CancellationToken token = new CancellationToken();
    List<String> log = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Paused.run(
                    () -> {
                      spawn(
                          Sleep.of(Duration.ofMillis(5))
                              .map(
                                  n -> {
                                    token.cancel();
                                    return null;
                                  }));
                      return token.run(Async.never().always(() -> log.add("dropped")));
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(log).containsExactly("dropped");
  }

  @Test
  void aTrackerEndsWhenItIsClosedAndEmpty() {
    TaskTracker tracker = new TaskTracker();
    long at =
        Paused.run(
            () -> {
              spawn(tracker.track(Sleep.of(Duration.ofMillis(7))));
              spawn(tracker.track(Async.never())).abort();
              tracker.close();
              return tracker.await().map(n -> Paused.millis());
            });
    assertThat(at).isEqualTo(7);
    assertThat(tracker.alive()).isZero();
  }
}
