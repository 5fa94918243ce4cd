package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class LocalQueueTest {
  private final InjectQueue inject = new InjectQueue();

  private static Task<?> task(long id) {
    return new Task<>(id, "", Async.of(null), null, null);
  }

  private static List<Long> drain(LocalQueue queue) {
    List<Long> ids = new ArrayList<>();
    for (Task<?> task = queue.pop(); task != null; task = queue.pop()) {
      ids.add(task.id());
    }
    return ids;
  }

  private void fill(LocalQueue queue, int count) {
    for (int i = 0; i < count; i++) {
      queue.push(task(i), inject);
    }
  }

  @Test
  void holdsTwoHundredAndFiftySixInOrder() {
    LocalQueue queue = new LocalQueue();
    fill(queue, 256);
    assertThat(inject.size()).isZero();
    List<Long> ids = drain(queue);
    assertThat(ids).hasSize(256).isSorted();
  }

  @Test
  void anOverflowKeepsTheFirstHalfAndMovesTheSecondWithTheNewTask() {
    LocalQueue queue = new LocalQueue();
    fill(queue, 257);
    assertThat(inject.size()).isEqualTo(129);
    assertThat(inject.poll().id()).isEqualTo(128);
    List<Long> kept = drain(queue);
    assertThat(kept).hasSize(128).startsWith(0L).endsWith(127L);
  }

  @Test
  void aThiefTakesTheLargerHalfAndGetsTheLastOfIt() {
    LocalQueue victim = new LocalQueue();
    LocalQueue thief = new LocalQueue();
    fill(victim, 9);
    assertThat(victim.stealInto(thief).id()).isEqualTo(4);
    assertThat(drain(thief)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(drain(victim)).containsExactly(5L, 6L, 7L, 8L);
  }

  @Test
  void aThiefWithMoreThanHalfAQueueIsRefused() {
    LocalQueue victim = new LocalQueue();
    LocalQueue thief = new LocalQueue();
    fill(victim, 10);
    fill(thief, 129);
    assertThat(victim.stealInto(thief)).isNull();
  }

  @Test
  void nothingIsLostOrDoubledBetweenOwnerAndThieves() throws Exception {
    int total = 200_000;
    LocalQueue queue = new LocalQueue();
    ConcurrentLinkedQueue<Task<?>> seen = new ConcurrentLinkedQueue<>();
    boolean[] done = {false};
    List<Thread> thieves = new ArrayList<>();
    for (int t = 0; t < 2; t++) {
      Thread thief =
          new Thread(
              () -> {
                LocalQueue own = new LocalQueue();
                while (true) {
                  boolean last;
                  synchronized (done) {
                    last = done[0];
                  }
                  Task<?> task = queue.stealInto(own);
                  if (task != null) {
                    seen.add(task);
                  }
                  for (Task<?> next = own.pop(); next != null; next = own.pop()) {
                    seen.add(next);
                  }
                  if (last && task == null && queue.isEmpty()) {
                    return;
                  }
                }
              });
      thieves.add(thief);
      thief.start();
    }
    Random random = new Random(1);
    for (int i = 0; i < total; i++) {
      queue.push(task(i), inject);
      if (random.nextInt(3) == 0) {
        Task<?> task = queue.pop();
        if (task != null) {
          seen.add(task);
        }
      }
    }
    synchronized (done) {
      done[0] = true;
    }
    for (Thread thief : thieves) {
      thief.join();
    }
    drain(queue).forEach(id -> seen.add(task(id)));
    for (Task<?> task = inject.poll(); task != null; task = inject.poll()) {
      seen.add(task);
    }
    Set<Long> ids = new HashSet<>();
    seen.forEach(task -> ids.add(task.id()));
    assertThat(seen).hasSize(total);
    assertThat(ids).hasSize(total);
  }

  @Test
  void anOverflowWhileAThiefIsAtItMovesTheNewTaskAlone() {
    LocalQueue queue = new LocalQueue();
    fill(queue, 256);
    // A thief has claimed the first ten and has yet to copy them: they still fill their slots.
    queue.head = 10;
    assertThat(queue.push(task(256), inject)).isTrue();
    assertThat(inject.size()).isEqualTo(1);
    assertThat(inject.poll().id()).isEqualTo(256);
    queue.head = 10L << 32 | 10;
    assertThat(drain(queue)).hasSize(246).startsWith(10L).endsWith(255L);
  }
}
