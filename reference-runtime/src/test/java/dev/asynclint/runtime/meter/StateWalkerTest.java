package dev.asynclint.runtime.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.channel.Mpsc;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.user.Sample;
import dev.asynclint.user.Sample.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphLayout;

/** The sizes are those that another tool finds. */
class StateWalkerTest {
  private static long oracle(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }

  @Test
  void objectsAreAsLargeAsTheyAre() {
    List<Object> objects =
        List.of(
            new Object(),
            new Sample.Base(),
            new Tree(null, null, null),
            1,
            2L,
            'c',
            true,
            "text",
            new ArrayList<>(),
            new HashMap<>());
    for (Object each : objects) {
      assertThat(Layout.ofObject(each.getClass()))
          .as("%s", each.getClass())
          .isEqualTo(ClassLayout.parseInstance(each).instanceSize());
    }
    assertThat(Layout.ofArray(byte.class, 5)).isEqualTo(oracle(new byte[5]));
    assertThat(Layout.ofArray(long.class, 5)).isEqualTo(oracle(new long[5]));
    assertThat(Layout.ofArray(Object.class, 5)).isEqualTo(oracle(new Object[5]));
  }

  @Test
  void graphsOfTheUsersClassesAreExact() {
    int[] shared = new int[100];
    Tree leaf = new Tree(shared, null, null);
    Tree root = new Tree(shared, leaf, new Tree(new int[3], leaf, null));
    leaf.grow(root);
    StateWalker.Kept kept = StateWalker.walk(root);
    assertThat(kept.bytes()).isEqualTo(oracle(root));
    assertThat(kept.estimated()).isFalse();
    assertThat(kept.largest().get(0)).isEqualTo(new TaskState.Part("numbers", "int[]", 416));
    assertThat(StateWalker.walk(new Object[] {"text", "größer €", 5L, root}).bytes())
        .isEqualTo(oracle(new Object[] {"text", "größer €", 5L, root}));
  }

  @Test
  void collectionsOfTheJdkAreEstimatedToWithinATenth() {
    List<Integer> list = new ArrayList<>();
    Map<Integer, String> map = new HashMap<>();
    List<byte[]> linked = new LinkedList<>();
    for (int i = 1000; i < 2000; i++) {
      list.add(i);
      map.put(i, "value " + i);
      linked.add(new byte[i]);
    }
    for (Object each : List.of(list, map, linked)) {
      StateWalker.Kept kept = StateWalker.walk(each);
      long exact = oracle(each);
      assertThat(kept.estimated()).as("%s", each.getClass()).isTrue();
      assertThat(kept.bytes()).isBetween(exact * 9 / 10, exact * 11 / 10);
    }
  }

  @Test
  void whatIsSharedIsNotCounted() {
    Mpsc<byte[]> channel = Mpsc.unbounded();
    channel.sender().trySend(new byte[100_000]);
    Thread thread = new Thread(() -> {});
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
      Async<Object> waits =
          channel.receiver().receive().map(x -> List.of(runtime, thread, channel.length()));
      assertThat(StateWalker.walk(waits).bytes()).isLessThan(512);
    }
    assertThat(StateWalker.walk(null).bytes()).isZero();
  }

  @Test
  void aTimerKeepsNoneOfThoseThatAreArmedBesideIt() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().startPaused(true).build()) {
      Async<List<Long>> armed =
          cx -> {
            List<Sleep> sleeps = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
              sleeps.add(Sleep.of(Duration.ofHours(1)));
              assertThat(sleeps.get(i).poll(cx).isPending()).isTrue();
            }
            return Poll.ready(
                List.of(
                    StateWalker.walk(sleeps.get(0)).bytes(),
                    StateWalker.walk(sleeps.get(99)).bytes()));
          };
      List<Long> sizes = runtime.blockOn(armed);
      assertThat(sizes.get(0)).isEqualTo(sizes.get(1)).isLessThan(100);
    }
  }
}
