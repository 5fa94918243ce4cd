package dev.asynclint.runtime.task;

/** What {@link OwnedTasks} keeps in a task: its number and its place. */
abstract class Owned {
  private long id;
  private Task<?>[] home;
  private int slot;

  Owned(long id) {
    this.id = id;
  }

  /** Number of the task. */
  public long id() {
    return id;
  }

  /** Its number, before anybody else knows it. */
  void number(long given) {
    id = given;
  }

  /** Its place among the live ones, before anybody else knows it. */
  void place(Task<?>[] slots, int index) {
    home = slots;
    slot = index;
  }

  /** Clears its place, once it has ended. */
  void leave() {
    Task<?>[] slots = home;
    if (slots != null) {
      slots[slot] = null;
      home = null;
    }
  }
}
