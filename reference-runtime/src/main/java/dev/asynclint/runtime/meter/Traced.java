package dev.asynclint.runtime.meter;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * What metered tasks do, as events of a flight recording: any recording that enables
 * "dev.asynclint.*" holds them beside those of the JDK. An event that is not recorded costs a few
 * nanoseconds.
 */
final class Traced {
  private Traced() {}

  /** A task was spawned; the stack says where. */
  @Name("dev.asynclint.TaskSpawn")
  @Label("Task Spawn")
  @Category({"asynclint", "Tasks"})
  @Description("A task was spawned")
  static final class Spawn extends Event {
    @Label("Task")
    long task;

    @Label("Name")
    String name;

    static void commit(long task, String name) {
      Spawn event = new Spawn();
      if (event.shouldCommit()) {
        event.task = task;
        event.name = name;
        event.commit();
      }
    }
  }

  /** A poll was slow; its duration is that of the event. */
  @Name("dev.asynclint.SlowPoll")
  @Label("Slow Poll")
  @Category({"asynclint", "Tasks"})
  @Description("A poll kept its thread for longer than the threshold of the metering")
  @StackTrace(false)
  static final class Slow extends Event {
    @Label("Task")
    long task;

    @Label("Name")
    String name;

    @Label("Poll Time")
    @Timespan
    long pollTime;

    @Label("Operations")
    int operations;

    @Label("Blamed Line")
    String blamed;

    static void commit(SlowPoll poll) {
      Slow event = new Slow();
      if (event.shouldCommit()) {
        event.task = poll.task();
        event.name = poll.name();
        event.pollTime = poll.nanos();
        event.operations = poll.operations();
        event.blamed = poll.blamed() == null ? null : poll.blamed().toString();
        event.commit();
      }
    }
  }

  /** Something was held while its task was suspended. */
  @Name("dev.asynclint.LockHeldAcrossAwait")
  @Label("Lock Held Across Await")
  @Category({"asynclint", "Tasks"})
  @Description("A task was suspended while it held something others wait for")
  static final class Held extends Event {
    @Label("Kind")
    String kind;

    @Label("Acquired At")
    String acquiredAt;

    static void commit(String kind, Object acquiredAt) {
      Held event = new Held();
      if (event.shouldCommit()) {
        event.kind = kind;
        event.acquiredAt = acquiredAt == null ? null : acquiredAt.toString();
        event.commit();
      }
    }
  }

  /** A task has ended. */
  @Name("dev.asynclint.TaskEnd")
  @Label("Task End")
  @Category({"asynclint", "Tasks"})
  @Description("A task has ended; with what was measured of it")
  @StackTrace(false)
  static final class End extends Event {
    @Label("Task")
    long task;

    @Label("Name")
    String name;

    @Label("Outcome")
    String outcome;

    @Label("Polls")
    long polls;

    @Label("Wakes")
    long wakes;

    @Label("Self-Wakes")
    long selfWakes;

    @Label("Poll Time")
    @Timespan
    long pollTime;

    @Label("Allocated")
    @DataAmount
    long allocated;

    static void commit(long task, String name, Tally tally) {
      End event = new End();
      if (event.shouldCommit()) {
        event.task = task;
        event.name = name;
        event.outcome = tally.failed > 0 ? "failed" : tally.cancelled > 0 ? "cancelled" : "done";
        event.polls = tally.polls;
        event.wakes = tally.wakes;
        event.selfWakes = tally.selfWakes;
        event.pollTime = tally.pollNanos;
        event.allocated = tally.bytes;
        event.commit();
      }
    }
  }
}
