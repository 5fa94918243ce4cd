package dev.asynclint.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An echo over TCP on this machine. "Echo" is a closed loop, so that its time per message is that
 * of a server with all it can do; "latency" is an open loop at a fixed pace, whose counters are
 * nanoseconds from when a message was due to when it was back.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EchoBenchmark {
  /** Messages of one call in a closed loop. */
  private static final int MESSAGES = 2_000;

  static final int FEW = 64;
  static final int MANY = 1_000;

  /** Messages a second in an open loop. */
  static final int PACE = 5_000;

  /** A server and its clients. */
  @State(Scope.Benchmark)
  public abstract static class Served {
    private final EchoServer server;
    private EchoLoad load;

    Served(EchoServer server) {
      this.server = server;
    }

    EchoLoad load(int connections) throws IOException {
      if (load == null) {
        load = new EchoLoad(server.address(), connections);
      }
      return load;
    }

    /** Ends all connections and threads. */
    @TearDown
    public void close() throws IOException {
      if (load != null) {
        load.close();
      }
      server.close();
    }
  }

  /** The runtime under test. */
  public static class Ours extends Served {
    /** Starts it. */
    public Ours() {
      super(EchoServer.ours());
    }
  }

  /** Netty over the selectors of the JDK. */
  public static class Netty extends Served {
    /** Starts it. */
    public Netty() {
      super(EchoServer.netty());
    }
  }

  /** Quantiles of one call, in nanoseconds. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Latency {
    public long p50;
    public long p99;
    public long p999;

    private void measure(Served served, int connections, Pace pace)
        throws IOException, InterruptedException {
      Histogram times =
          served.load(connections).openLoop(pace.messages, TimeUnit.SECONDS.toNanos(1) / PACE);
      p50 = times.getValueAtPercentile(50);
      p99 = times.getValueAtPercentile(99);
      p999 = times.getValueAtPercentile(99.9);
    }
  }

  /** How much is sent in an open loop. */
  @State(Scope.Benchmark)
  public static class Pace {
    /** Enough for a thousandth of them to be twenty. */
    @Param("20000")
    public int messages;
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoOneOurs(Ours ours) throws IOException {
    ours.load(1).closedLoop(MESSAGES);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoOneNetty(Netty netty) throws IOException {
    netty.load(1).closedLoop(MESSAGES);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoFewOurs(Ours ours) throws IOException {
    ours.load(FEW).closedLoop(MESSAGES);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoFewNetty(Netty netty) throws IOException {
    netty.load(FEW).closedLoop(MESSAGES);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoManyOurs(Ours ours) throws IOException {
    ours.load(MANY).closedLoop(MESSAGES);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void echoManyNetty(Netty netty) throws IOException {
    netty.load(MANY).closedLoop(MESSAGES);
  }

  @Benchmark
  public void latencyOneOurs(Ours ours, Pace pace, Latency latency) throws Exception {
    latency.measure(ours, 1, pace);
  }

  @Benchmark
  public void latencyOneNetty(Netty netty, Pace pace, Latency latency) throws Exception {
    latency.measure(netty, 1, pace);
  }

  @Benchmark
  public void latencyFewOurs(Ours ours, Pace pace, Latency latency) throws Exception {
    latency.measure(ours, FEW, pace);
  }

  @Benchmark
  public void latencyFewNetty(Netty netty, Pace pace, Latency latency) throws Exception {
    latency.measure(netty, FEW, pace);
  }

  @Benchmark
  public void latencyManyOurs(Ours ours, Pace pace, Latency latency) throws Exception {
    latency.measure(ours, MANY, pace);
  }

  @Benchmark
  public void latencyManyNetty(Netty netty, Pace pace, Latency latency) throws Exception {
    latency.measure(netty, MANY, pace);
  }
}
