package dev.asynclint.runtime.channel;

import static dev.asynclint.runtime.Paused.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.sync.ClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ChannelTest {
  private static Async<Void> sendAll(Mpsc<Integer>.Sender sender, int from, int to) {
    if (from == to) {
      sender.close();
      return Async.of(null);
    }
    return sender.send(from).then(n -> sendAll(sender, from + 1, to));
  }

  private static Async<List<Integer>> receiveAll(
      Mpsc<Integer>.Receiver receiver, List<Integer> seen) {
    return receiver
        .receive()
        .then(
            element -> {
              if (element == null) {
                return Async.of(seen);
              }
              seen.add(element);
              return receiveAll(receiver, seen);
            });
  }

  @Test
  void aBoundedChannelKeepsTheOrderAndNeverHoldsMoreThanItsCapacity() {
    Mpsc<Integer> channel = Mpsc.bounded(4);
    List<Integer> seen =
        Paused.run(
            () -> {
              spawn(sendAll(channel.sender(), 0, 1000));
              return receiveAll(channel.receiver(), new ArrayList<>());
            });
    assertThat(seen).hasSize(1000).isSorted();
    assertThat(channel.peakLength()).isLessThanOrEqualTo(4);
    assertThat(channel.peakWaiting()).isEqualTo(1);
  }

  @Test
  void anUnboundedChannelHoldsWhateverIsSent() {
    Mpsc<Integer> channel = Mpsc.unbounded();
    for (int i = 0; i < 1000; i++) {
      assertThat(channel.sender().trySend(i)).isTrue();
    }
    assertThat(channel.peakLength()).isEqualTo(1000);
    channel.sender().close();
    assertThat(Paused.<List<Integer>>run(() -> receiveAll(channel.receiver(), new ArrayList<>())))
        .hasSize(1000);
  }

  @Test
  void whatIsBufferedDrainsAfterTheReceiverClosed() {
    Mpsc<Integer> channel = Mpsc.bounded(2);
    channel.sender().trySend(1);
    channel.receiver().close();
    assertThat(channel.sender().trySend(2)).isFalse();
    assertThatThrownBy(() -> Paused.run(() -> channel.sender().send(2)))
        .hasCauseInstanceOf(ClosedException.class)
        .hasStackTraceContaining("receiver of the channel is closed");
    assertThat(Paused.<Integer>run(() -> channel.receiver().receive())).isEqualTo(1);
    assertThat(Paused.<Integer>run(() -> channel.receiver().receive())).isNull();
  }

  @Test
  void manyAreReceivedAtOnce() {
    Mpsc<Integer> channel = Mpsc.bounded(8);
    for (int i = 0; i < 5; i++) {
      channel.sender().trySend(i);
    }
    assertThat(Paused.<List<Integer>>run(() -> channel.receiver().receiveMany(3)))
        .containsExactly(0, 1, 2);
  }

  @Test
  void aSenderThatGivesUpSendsNothingAndFreesItsPlace() {
    Mpsc<Integer> channel = Mpsc.bounded(1);
    channel.sender().trySend(1);
    Paused.run(
        () -> {
          JoinHandle<Void> stuck = spawn(channel.sender().send(2));
          return Coop.yieldNow()
              .then(
                  n -> {
                    stuck.abort();
                    return Coop.yieldNow();
                  })
              .then(n -> channel.receiver().receive());
        });
    assertThat(channel.length()).isZero();
    assertThat(channel.sender().trySend(3)).isTrue();
  }

  @Test
  void nothingIsLostBetweenThreads() throws Exception {
    Mpsc<Integer> channel = Mpsc.bounded(16);
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(4).build()) {
      for (int p = 0; p < 4; p++) {
        Mpsc<Integer>.Sender sender = channel.sender().copy();
        runtime.spawn(sendAll(sender, p * 10_000, (p + 1) * 10_000));
      }
      channel.sender().close();
      List<Integer> seen =
          runtime.blockOn(runtime.spawn(receiveAll(channel.receiver(), new ArrayList<>())));
      assertThat(seen).hasSize(40_000).doesNotHaveDuplicates();
      for (int p = 0; p < 4; p++) {
        int from = p * 10_000;
        assertThat(seen.stream().filter(x -> x >= from && x < from + 10_000)).isSorted();
      }
    }
  }

  @Test
  void aOneshotCarriesOneValue() {
    Oneshot<String> channel = new Oneshot<>();
    String value =
        Paused.run(
            () -> {
              spawn(Async.call(() -> channel.send("value")));
              return channel.receive();
            });
    assertThat(value).isEqualTo("value");
    assertThatThrownBy(() -> channel.send("again")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aOneshotTellsEachSideThatTheOtherIsGone() {
    Oneshot<String> unsent = new Oneshot<>();
    unsent.closeSender();
    assertThatThrownBy(() -> Paused.run(unsent::receive)).hasCauseInstanceOf(ClosedException.class);
    Oneshot<String> unwanted = new Oneshot<>();
    Paused.run(
        () -> {
          spawn(unwanted.receive()).abort();
          return unwanted.closed();
        });
    assertThat(unwanted.send("late")).isFalse();
  }

  @Test
  void aSlowSubscriberIsToldOnceHowMuchItMissedAndGoesOnWithTheOldest() {
    Broadcast<Integer> channel = new Broadcast<>(3);
    assertThat(channel.capacity()).isEqualTo(4);
    try (Broadcast<Integer>.Subscriber subscriber = channel.subscribe()) {
      for (int i = 0; i < 10; i++) {
        assertThat(channel.send(i)).isEqualTo(1);
      }
      assertThatThrownBy(() -> Paused.run(subscriber::receive))
          .cause()
          .isInstanceOfSatisfying(
              LaggedException.class, lag -> assertThat(lag.missed()).isEqualTo(6));
      assertThat(Paused.<Integer>run(subscriber::receive)).isEqualTo(6);
    }
    assertThat(channel.send(11)).isZero();
  }

  @Test
  void subscribersGetWhatIsKeptBeforeTheEnd() {
    Broadcast<Integer> channel = new Broadcast<>(4);
    Broadcast<Integer>.Subscriber subscriber = channel.subscribe();
    channel.send(1);
    channel.close();
    assertThat(Paused.<Integer>run(subscriber::receive)).isEqualTo(1);
    assertThatThrownBy(() -> Paused.run(subscriber::receive))
        .hasCauseInstanceOf(ClosedException.class);
  }

  @Test
  void theFirstValueOfAWatchCountsAsSeenAndBorrowingDoesNotMark() {
    Watch<String> watch = new Watch<>("first");
    Watch<String>.Receiver receiver = watch.subscribe();
    assertThat(receiver.hasChanged()).isFalse();
    watch.send("second");
    watch.send("third");
    assertThat(receiver.borrow()).isEqualTo("third");
    assertThat(receiver.hasChanged()).isTrue();
    Paused.run(receiver::changed);
    assertThat(receiver.hasChanged()).isFalse();
    watch.close();
    assertThatThrownBy(() -> Paused.run(receiver::changed))
        .hasCauseInstanceOf(ClosedException.class);
  }

  @Test
  void aWatchIsWaitedForByItsValue() {
    Watch<Integer> watch = new Watch<>(0);
    int seen =
        Paused.run(
            () -> {
              Watch<Integer>.Receiver receiver = watch.subscribe();
              spawn(
                  Coop.yieldNow()
                      .then(
                          n -> {
                            watch.send(1);
                            return Coop.yieldNow();
                          })
                      .map(
                          n -> {
                            watch.send(2);
                            return null;
                          }));
              return receiver.waitFor(value -> value == 2);
            });
    assertThat(seen).isEqualTo(2);
  }

  @Test
  void misuseIsNamed() {
    assertThatThrownBy(() -> Mpsc.bounded(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs room");
    assertThatThrownBy(() -> new Broadcast<>(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Mpsc.unbounded().sender().send(null))
        .isInstanceOf(NullPointerException.class);
    Mpsc<Integer>.Sender closed = Mpsc.<Integer>bounded(1).sender();
    closed.close();
    assertThatThrownBy(() -> closed.trySend(Objects.hash(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sendingToNobodyReachesNobodyAndIsForgotten() {
    Broadcast<String> channel = new Broadcast<>(4);
    assertThat(channel.send("before anybody")).isZero();
    try (Broadcast<String>.Subscriber first = channel.subscribe()) {
      Broadcast<String>.Subscriber second = channel.subscribe();
      assertThat(channel.send("to two")).isEqualTo(2);
      second.close();
      assertThat(channel.send("to one")).isEqualTo(1);
      assertThat(Paused.<String>run(first::receive)).isEqualTo("to two");
    }
    assertThat(channel.send("after all")).isZero();
    try (Broadcast<String>.Subscriber late = channel.subscribe()) {
      assertThat(late.length()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "5, 8", "1000, 1024"})
  void aBroadcastRoundsItsCapacityUpToAPowerOfTwo(int asked, int kept) {
    assertThat(new Broadcast<>(asked).capacity()).isEqualTo(kept);
  }
}
