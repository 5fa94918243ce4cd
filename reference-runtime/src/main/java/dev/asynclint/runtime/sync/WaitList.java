package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Waker;

/** Those who wait, in the order they came. Guarded by whoever owns it. */
final class WaitList {
  private Node first;
  private Node last;
  private int size;
  private int peak;

  /** One who waits. */
  static class Node {
    Node previous;
    Node next;
    boolean linked;
    Waker waker = Waker.NONE;
  }

  /** Who has waited longest; null when nobody waits. */
  Node first() {
    return first;
  }

  /** Most that waited at a time. */
  int peak() {
    return peak;
  }

  int size() {
    return size;
  }

  void add(Node node) {
    node.previous = last;
    node.next = null;
    if (last == null) {
      first = node;
    } else {
      last.next = node;
    }
    last = node;
    node.linked = true;
    size++;
    peak = Math.max(peak, size);
  }

  Node poll() {
    Node node = first;
    if (node != null) {
      remove(node);
    }
    return node;
  }

  void remove(Node node) {
    if (!node.linked) {
      return;
    }
    if (node.previous == null) {
      first = node.next;
    } else {
      node.previous.next = node.next;
    }
    if (node.next == null) {
      last = node.previous;
    } else {
      node.next.previous = node.previous;
    }
    node.previous = null;
    node.next = null;
    node.linked = false;
    size--;
  }
}
