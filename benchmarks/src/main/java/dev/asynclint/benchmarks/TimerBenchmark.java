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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Arming a timer and disarming one while 100,000 are armed: what a timeout costs that is hardly
 * ever needed. The one that was just armed, or the oldest; with the same time for all, as one
 * setting gives all requests, and with times of any length; by one thread, and by as many as there
 * are workers, each with its share.
 */
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

  /** The same by as many threads as there are workers, each with its share. */
  @Threads(Engines.WORKERS)
  public static class Workers extends TimerBenchmark {}

  /** What all threads arm their timers with. */
  @State(Scope.Benchmark)
  public static class Engine {
    private final AsyncRuntime runtime = Engines.runtime();

    /** Netty's wheel with its own defaults. */
    private final HashedWheelTimer wheel = new HashedWheelTimer();

    /** The JDK's, that forgets what was cancelled. */
    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

    /** Sets it up. */
    public Engine() {
      pool.setRemoveOnCancelPolicy(true);
    }

    /** Ends their threads. */
    @TearDown
    public void close() {
      // Perhaps before this thread has left it, which may not close what it polls for.
      Context.enter(null);
      runtime.close();
      wheel.stop();
      pool.shutdownNow();
    }
  }

  /** The timers of one thread, the oldest first. */
  abstract static class Mine<T> {
    private final long[] millis;
    private Object[] armed;
    private int turn;

    Mine(long[] millis) {
      this.millis = millis;
    }

    abstract T arm(Engine engine, int delay);

    /** Arms its share. */
    @Setup
    public void armAll(Engine engine, ThreadParams threads) {
      begin(engine, threads.getThreadIndex());
      armed = new Object[ARMED / threads.getThreadCount()];
      for (int i = 0; i < armed.length; i++) {
        armed[i] = arm(engine, i % DELAYS);
      }
    }

    void begin(Engine engine, int thread) {}

    @SuppressWarnings("unchecked")
    T oldest() {
      return (T) armed[turn];
    }

    int delay() {
      return turn & (DELAYS - 1);
    }

    long millis(int delay) {
      return millis[delay];
    }

    void replace(T young) {
      armed[turn] = young;
      next();
    }

    void next() {
      turn = turn + 1 == armed.length ? 0 : turn + 1;
    }
  }

  /** The runtime under test, entered as a poll of a worker does. */
  @State(Scope.Thread)
  public static class Ours extends Mine<Sleep> {
    final Duration[] delays = new Duration[DELAYS];
    private Context cx;

    /** With times of any length. */
    public Ours() {
      this(MIXED);
    }

    Ours(long[] millis) {
      super(millis);
    }

    @Override
    void begin(Engine engine, int thread) {
      cx = Context.of(engine.runtime, 1, thread);
      Context.enter(cx);
      for (int i = 0; i < DELAYS; i++) {
        delays[i] = Duration.ofMillis(millis(i));
      }
    }

    @Override
    Sleep arm(Engine engine, int delay) {
      Sleep sleep = Sleep.of(delays[delay]);
      sleep.poll(cx);
      return sleep;
    }

    /** Leaves the runtime. */
    @TearDown
    public void leave() {
      Context.enter(null);
    }
  }

  /** Netty's wheel. */
  @State(Scope.Thread)
  public static class Wheel extends Mine<Timeout> {
    /** With times of any length. */
    public Wheel() {
      this(MIXED);
    }

    Wheel(long[] millis) {
      super(millis);
    }

    @Override
    Timeout arm(Engine engine, int delay) {
      return engine.wheel.newTimeout(timeout -> {}, millis(delay), TimeUnit.MILLISECONDS);
    }
  }

  /** The pool of the JDK. */
  @State(Scope.Thread)
  public static class Scheduled extends Mine<Future<?>> {
    /** With times of any length. */
    public Scheduled() {
      this(MIXED);
    }

    Scheduled(long[] millis) {
      super(millis);
    }

    @Override
    Future<?> arm(Engine engine, int delay) {
      return engine.pool.schedule(() -> {}, millis(delay), TimeUnit.MILLISECONDS);
    }
  }

  /** The same time for all. */
  @State(Scope.Thread)
  public static class OursSame extends Ours {
    /** Its delays. */
    public OursSame() {
      super(SAME);
    }
  }

  /** The same time for all. */
  @State(Scope.Thread)
  public static class WheelSame extends Wheel {
    /** Its delays. */
    public WheelSame() {
      super(SAME);
    }
  }

  /** The same time for all. */
  @State(Scope.Thread)
  public static class ScheduledSame extends Scheduled {
    /** Its delays. */
    public ScheduledSame() {
      super(SAME);
    }
  }

  /** Disarms the very one it arms, while the others stay. */
  @Benchmark
  public boolean timerOnceOurs(Engine engine, Ours mine) {
    Sleep young = mine.arm(engine, mine.delay());
    mine.next();
    young.drop();
    return young.isElapsed();
  }

  @Benchmark
  public boolean timerOnceWheel(Engine engine, Wheel mine) {
    Timeout young = mine.arm(engine, mine.delay());
    mine.next();
    return young.cancel();
  }

  @Benchmark
  public boolean timerOnceScheduled(Engine engine, Scheduled mine) {
    Future<?> young = mine.arm(engine, mine.delay());
    mine.next();
    return young.cancel(false);
  }

  @Benchmark
  public boolean timerSameOurs(Engine engine, OursSame mine) {
    return timerOurs(engine, mine);
  }

  @Benchmark
  public boolean timerOurs(Engine engine, Ours mine) {
    mine.oldest().drop();
    Sleep young = mine.arm(engine, mine.delay());
    mine.replace(young);
    return young.isElapsed();
  }

  /** What others can only do by disarming one and arming another. */
  @Benchmark
  public boolean timerResetOurs(Engine engine, OursSame mine) {
    Sleep sleep = mine.oldest();
    sleep.reset(mine.delays[mine.delay()]);
    mine.replace(sleep);
    return sleep.isElapsed();
  }

  @Benchmark
  public boolean timerSameWheel(Engine engine, WheelSame mine) {
    return timerWheel(engine, mine);
  }

  @Benchmark
  public boolean timerWheel(Engine engine, Wheel mine) {
    boolean cancelled = mine.oldest().cancel();
    mine.replace(mine.arm(engine, mine.delay()));
    return cancelled;
  }

  @Benchmark
  public boolean timerSameScheduled(Engine engine, ScheduledSame mine) {
    return timerScheduled(engine, mine);
  }

  @Benchmark
  public boolean timerScheduled(Engine engine, Scheduled mine) {
    boolean cancelled = mine.oldest().cancel(false);
    mine.replace(mine.arm(engine, mine.delay()));
    return cancelled;
  }
}
