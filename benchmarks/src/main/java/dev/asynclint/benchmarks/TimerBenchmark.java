package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.time.Sleep;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Disarming the oldest of 100,000 timers and arming another in its place: what a timeout costs that
 * is hardly ever needed. Once with the same time for all, as one setting gives all requests, once
 * with times of any length.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimerBenchmark {
  private static final int ARMED = 100_000;

  /** Far enough that none fires while it is measured. */
  private static final int LEAST_SECONDS = 600;

  private static final int DELAYS = 1 << 12;

  private static final long[] MIXED =
      new Random(1).longs(DELAYS, LEAST_SECONDS * 1_000L, LEAST_SECONDS * 4_000L).toArray();

  private static final long[] SAME =
      LongStream.generate(() -> LEAST_SECONDS * 2_000L).limit(DELAYS).toArray();

  /** The runtime under test, entered as a poll does. */
  @State(Scope.Benchmark)
  public static class Ours {
    private final AsyncRuntime runtime = Engines.runtime();
    private final long[] millis;
    private final Duration[] delays = new Duration[DELAYS];
    private final Sleep[] armed = new Sleep[ARMED];
    private Context cx;
    private int turn;

    /** With times of any length. */
    public Ours() {
      this(MIXED);
    }

    Ours(long[] millis) {
      this.millis = millis;
    }

    /** Arms the others. */
    @Setup
    public void arm() {
      cx = Context.of(runtime, 1);
      Context.enter(cx);
      for (int i = 0; i < DELAYS; i++) {
        delays[i] = Duration.ofMillis(millis[i]);
      }
      for (int i = 0; i < ARMED; i++) {
        armed[i] = Sleep.of(delays[i % DELAYS]);
        armed[i].poll(cx);
      }
    }

    int turn() {
      int slot = turn;
      turn = (slot + 1) % ARMED;
      return slot;
    }

    Sleep sleep(int slot) {
      return armed[slot];
    }

    Duration delay(int slot) {
      return delays[slot & (DELAYS - 1)];
    }

    /** Ends its threads. */
    @TearDown
    public void close() {
      Context.enter(null);
      runtime.close();
    }
  }

  /** Netty's wheel with its own defaults. */
  @State(Scope.Benchmark)
  public static class Wheel {
    private final HashedWheelTimer timer = new HashedWheelTimer();
    private final long[] millis;
    private final Timeout[] armed = new Timeout[ARMED];
    private int turn;

    /** With times of any length. */
    public Wheel() {
      this(MIXED);
    }

    Wheel(long[] millis) {
      this.millis = millis;
    }

    /** Arms the others. */
    @Setup
    public void arm() {
      for (int i = 0; i < ARMED; i++) {
        armed[i] = timer.newTimeout(timeout -> {}, millis[i % DELAYS], TimeUnit.MILLISECONDS);
      }
    }

    /** Ends its thread. */
    @TearDown
    public void close() {
      timer.stop();
    }
  }

  /** The JDK's, that forgets what was cancelled. */
  @State(Scope.Benchmark)
  public static class Scheduled {
    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    private final long[] millis;
    private final Future<?>[] armed = new Future<?>[ARMED];
    private int turn;

    /** With times of any length. */
    public Scheduled() {
      this(MIXED);
    }

    Scheduled(long[] millis) {
      this.millis = millis;
    }

    /** Arms the others. */
    @Setup
    public void arm() {
      pool.setRemoveOnCancelPolicy(true);
      for (int i = 0; i < ARMED; i++) {
        armed[i] = pool.schedule(() -> {}, millis[i % DELAYS], TimeUnit.MILLISECONDS);
      }
    }

    /** Ends its thread. */
    @TearDown
    public void close() {
      pool.shutdownNow();
    }
  }

  /** The same time for all. */
  @State(Scope.Benchmark)
  public static class OursSame extends Ours {
    /** Its delays. */
    public OursSame() {
      super(SAME);
    }
  }

  /** The same time for all. */
  @State(Scope.Benchmark)
  public static class WheelSame extends Wheel {
    /** Its delays. */
    public WheelSame() {
      super(SAME);
    }
  }

  /** The same time for all. */
  @State(Scope.Benchmark)
  public static class ScheduledSame extends Scheduled {
    /** Its delays. */
    public ScheduledSame() {
      super(SAME);
    }
  }

  @Benchmark
  public boolean timerSameOurs(OursSame ours) {
    return timerOurs(ours);
  }

  /** What others can only do by disarming one and arming another. */
  @Benchmark
  public boolean timerResetOurs(OursSame ours) {
    int slot = ours.turn();
    Sleep sleep = ours.sleep(slot);
    sleep.reset(ours.delay(slot));
    return sleep.isElapsed();
  }

  @Benchmark
  public boolean timerSameWheel(WheelSame other) {
    return timerWheel(other);
  }

  @Benchmark
  public boolean timerSameScheduled(ScheduledSame other) {
    return timerScheduled(other);
  }

  @Benchmark
  public boolean timerOurs(Ours ours) {
    int slot = ours.turn();
    ours.sleep(slot).drop();
    Sleep sleep = Sleep.of(ours.delay(slot));
    ours.armed[slot] = sleep;
    return sleep.poll(ours.cx).isPending();
  }

  @Benchmark
  public boolean timerWheel(Wheel other) {
    int slot = other.turn;
    other.turn = (slot + 1) % ARMED;
    boolean cancelled = other.armed[slot].cancel();
    long millis = other.millis[slot & (DELAYS - 1)];
    other.armed[slot] = other.timer.newTimeout(timeout -> {}, millis, TimeUnit.MILLISECONDS);
    return cancelled;
  }

  @Benchmark
  public boolean timerScheduled(Scheduled other) {
    int slot = other.turn;
    other.turn = (slot + 1) % ARMED;
    boolean cancelled = other.armed[slot].cancel(false);
    long millis = other.millis[slot & (DELAYS - 1)];
    other.armed[slot] = other.pool.schedule(() -> {}, millis, TimeUnit.MILLISECONDS);
    return cancelled;
  }
}
