package dev.asynclint.prove.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  /** Reading a clock takes time as well. */
  private static final long READING = 1_000;

  private final Fake machine = new Fake();
  private final Sampler sampler = new Sampler(machine, body -> body.run(), Duration.ofMillis(2));
  private int calls;

  @Test
  void whatReadingTheInstrumentsTakesIsTakenOff() throws Exception {
    Cost cost = sampler.measure(() -> machine.use(700, 600, 48));

    assertThat(cost).isEqualTo(new Cost(700, 600, 48, 700, 48));
  }

  @Test
  void theFirstCallIsToldApart() throws Exception {
    Cost cost =
        sampler.measure(
            () ->
                calls++ == 0 ? machine.use(9_000_000, 8_000_000, 70_000) : machine.use(20, 20, 0));

    assertThat(cost).isEqualTo(new Cost(20, 20, 0, 9_000_000, 70_000));
  }

  @Test
  void stallsOfSomePollsDoNotCount() throws Exception {
    Cost cost = sampler.measure(() -> machine.use(calls++ % 400 == 399 ? 5_000_000 : 700, 700, 8));

    assertThat(cost.nanos()).isEqualTo(700);
  }

  @Test
  void aWaitIsTimeButNotProcessorTime() throws Exception {
    Cost cost = sampler.measure(() -> machine.use(1_000_000, 20_000, 0));

    assertThat(cost.nanos()).isEqualTo(1_000_000);
    assertThat(cost.cpuNanos()).isEqualTo(20_000);
  }

  @Test
  void slowCallsAreMadeAFewTimes() throws Exception {
    Cost cost =
        sampler.measure(
            () -> {
              calls++;
              return machine.use(400_000_000, 400_000_000, 0);
            });

    assertThat(cost.nanos()).isEqualTo(400_000_000);
    assertThat(calls).as("the first one, one to warm up, five samples").isEqualTo(7);
  }

  @Test
  void whatTakesNothingCostsNothing() throws Exception {
    assertThat(sampler.measure(() -> calls)).isEqualTo(new Cost(0, 0, 0, 0, 0));
  }

  @Test
  void whatACallFailsWithIsTold() {
    assertThatThrownBy(
            () ->
                sampler.measure(
                    () -> {
                      throw new IOException("no such thing");
                    }))
        .hasMessage("no such thing");
  }

  /** Instruments that a call moves, and reading the clock too. */
  private static final class Fake implements Instruments {
    private long nanos;
    private long cpuNanos;
    private long bytes;

    Object use(long time, long cpu, long allocated) {
      nanos += time;
      cpuNanos += cpu;
      bytes += allocated;
      return this;
    }

    @Override
    public long nanos() {
      nanos += READING;
      return nanos;
    }

    @Override
    public long cpuNanos() {
      cpuNanos += READING;
      return cpuNanos;
    }

    @Override
    public long bytes() {
      return bytes;
    }
  }
}
