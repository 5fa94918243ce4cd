package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.site.Site;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Adds up what a suspended computation keeps: all objects its fields lead to, but not what it
 * shares with others: the runtime, other tasks, channels, locks, threads, classes, executors.
 *
 * <p>Fields of classes whose module is closed cannot be read. Of the collections of the JDK the
 * contents are asked for and their inner nodes estimated; of anything else the object alone counts.
 * Either way the result says that it is an estimate.
 */
final class StateWalker {
  private static final int LARGEST = 5;
  private static final int MOST_OBJECTS = 1_000_000;
  private static final String RUNTIME = "dev.asynclint.runtime.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Node> sized = new ArrayList<>();
  private long bytes;
  private boolean estimated;

  private StateWalker() {}

  /** An object, and where it was found. */
  private static final class Node {
    final Object object;
    final Node parent;
    final String label;
    long size;

    Node(Object object, Node parent, String label) {
      this.object = object;
      this.parent = parent;
      this.label = label;
    }

    TaskState.Part part() {
      StringBuilder path = new StringBuilder();
      for (Node node = this; node.parent != null; node = node.parent) {
        path.insert(
            0, (node.label.startsWith("[") || node.parent.parent == null ? "" : ".") + node.label);
      }
      return new TaskState.Part(path.toString(), object.getClass().getTypeName(), size);
    }
  }

  /** What was found. */
  record Kept(long bytes, boolean estimated, List<TaskState.Part> largest) {
    TaskState of(String task, Site spawnedAt) {
      return new TaskState(task, spawnedAt, bytes, estimated, largest);
    }
  }

  /** All that an object leads to, itself included; nothing for null. */
  static Kept walk(Object root) {
    StateWalker walker = new StateWalker();
    walker.found(null, "", root);
    for (Node node = walker.open.poll(); node != null; node = walker.open.poll()) {
      walker.visit(node);
    }
    List<TaskState.Part> largest =
        walker.sized.stream()
            .sorted(Comparator.comparing((Node node) -> node.size).reversed())
            .limit(LARGEST)
            .map(Node::part)
            .toList();
    return new Kept(walker.bytes, walker.estimated, largest);
  }

  private void found(Node parent, String label, Object object) {
    if (object == null || isShared(object)) {
      return;
    }
    if (seen.size() >= MOST_OBJECTS) {
      estimated = true;
    } else if (seen.add(object)) {
      open.add(new Node(object, parent, label));
    }
  }

  private static boolean isShared(Object object) {
    if (object instanceof Class
        || object instanceof ClassLoader
        || object instanceof Thread
        || object instanceof ThreadLocal
        || object instanceof Enum
        || object instanceof Executor
        || object instanceof Host
        || object instanceof Context
        || object instanceof Shared
        || object instanceof JoinHandle) {
      return true;
    }
    String name = object.getClass().getName();
    if (name.startsWith("java.lang.invoke.") || name.startsWith("java.lang.reflect.")) {
      return true;
    }
    if (!name.startsWith(RUNTIME)) {
      return false;
    }
    String rest = name.substring(RUNTIME.length());
    boolean common = rest.startsWith("sync.") || rest.startsWith("channel.");
    return rest.startsWith("scheduler.")
        || rest.startsWith("blocking.")
        || rest.startsWith("meter.")
        || rest.startsWith("time.Timer")
        || common && !(object instanceof Async || object instanceof AutoCloseable);
  }

  private void visit(Node node) {
    Object object = node.object;
    Class<?> type = object.getClass();
    if (type.isArray()) {
      count(node, Layout.ofArray(type.getComponentType(), Array.getLength(object)));
      if (object instanceof Object[] elements) {
        for (int i = 0; i < elements.length; i++) {
          found(node, "[" + i + "]", elements[i]);
        }
      }
      return;
    }
    count(node, Layout.ofObject(type));
    if (!(object instanceof Reference) && !readFields(node, type)) {
      askFor(node);
    }
  }

  private void count(Node node, long size) {
    node.size = size;
    bytes += size;
    sized.add(node);
  }

  /** Whether all fields could be read. */
  private boolean readFields(Node node, Class<?> type) {
    boolean all = true;
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())
            || field.getType().isPrimitive()
            || isLink(each, field)) {
          continue;
        }
        if (!field.trySetAccessible()) {
          all = false;
          continue;
        }
        try {
          found(node, field.getName(), field.get(node.object));
        } catch (IllegalAccessException e) {
          throw new AssertionError(field + " was made accessible", e);
        }
      }
    }
    return all;
  }

  /** Whether a field leads to the next of those who wait, in lists and in the wheel. */
  private static boolean isLink(Class<?> owner, Field field) {
    return owner.getName().startsWith(RUNTIME)
        && (field.getName().equals("next") || field.getName().equals("previous"));
  }

  private void askFor(Node node) {
    try {
      JdkContents.Hidden hidden =
          JdkContents.of(node.object, (label, object) -> found(node, label, object));
      node.size += hidden.bytes();
      bytes += hidden.bytes();
      estimated |= hidden.guessed();
    } catch (RuntimeException e) {
      // Another thread changed it meanwhile, or it does not like to be asked.
      estimated = true;
    }
  }
}
