package dev.asynclint.runtime.meter;

import java.lang.ref.Reference;
import java.nio.Buffer;
import java.util.Collection;
import java.util.LinkedList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * What objects of the JDK hold, asked for in public: their fields are closed to us unless the
 * machine was started with {@code --add-opens}.
 */
final class JdkContents {
  /** Of references in an array that grows by half: what one element takes of it, in the mean. */
  private static final double SLOTS = 1.25;

  /** A node of a hash table and its slot. */
  private static final int HASH_NODE = 40;

  private static final int LINKED_NODE = 24;

  private JdkContents() {}

  /** Bytes of the parts nobody else sees, and whether that is a guess. */
  record Hidden(long bytes, boolean guessed) {
    static final Hidden NOTHING = new Hidden(0, false);
  }

  /**
   * Tells what an object leads to.
   *
   * @param found is given a label and each object
   */
  static Hidden of(Object object, BiConsumer<String, Object> found) {
    if (object instanceof String text) {
      boolean narrow = text.chars().allMatch(c -> c < 256);
      return new Hidden(Layout.ofArray(byte.class, text.length() * (narrow ? 1L : 2L)), false);
    }
    if (object instanceof Number || object instanceof Boolean || object instanceof Character) {
      return Hidden.NOTHING;
    }
    if (object instanceof StringBuilder text) {
      return new Hidden(Layout.ofArray(byte.class, text.capacity()), true);
    }
    if (object instanceof Collection<?> all) {
      all.forEach(each -> found.accept("[]", each));
      double node =
          object instanceof Set
              ? HASH_NODE
              : object instanceof LinkedList ? LINKED_NODE : SLOTS * Layout.REFERENCE;
      return new Hidden((long) (all.size() * node), true);
    }
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            found.accept("{key}", key);
            found.accept("{value}", value);
          });
      return new Hidden((long) map.size() * HASH_NODE, true);
    }
    return single(object, found);
  }

  private static Hidden single(Object object, BiConsumer<String, Object> found) {
    if (object instanceof Optional<?> optional) {
      found.accept("value", optional.orElse(null));
      return Hidden.NOTHING;
    }
    if (object instanceof AtomicReference<?> reference) {
      found.accept("value", reference.get());
      return Hidden.NOTHING;
    }
    if (object instanceof CompletableFuture<?> future) {
      if (future.isDone() && !future.isCompletedExceptionally()) {
        found.accept("result", future.getNow(null));
      }
      return new Hidden(0, true);
    }
    if (object instanceof Buffer buffer) {
      if (!buffer.isDirect() && buffer.hasArray()) {
        found.accept("array", buffer.array());
      }
      return Hidden.NOTHING;
    }
    return new Hidden(0, !(object instanceof Reference));
  }
}
