package dev.asynclint.core.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DerivationsTest {

  @Test
  void oneThreadDerivesWhatSeveralAskFor() {
    Derivations derivations = new Derivations();
    AtomicInteger derived = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    answers.add(
        CompletableFuture.supplyAsync(
            () ->
                derivations.of(
                    String.class,
                    () -> {
                      asked.countDown();
                      return "facts " + derived.incrementAndGet();
                    })));
    for (int i = 0; i < 3; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                await(asked);
                return derivations.of(String.class, () -> "others " + derived.incrementAndGet());
              }));
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("facts 1"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void derivationMayAskForOtherKinds() {
    Derivations derivations = new Derivations();
    Integer length =
        derivations.of(Integer.class, () -> derivations.of(String.class, () -> "four").length());
    assertThat(length).isEqualTo(4);
  }

  @Test
  void faultIsThrownAtEverybodyWhoAsks() {
    Derivations derivations = new Derivations();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  derivations.of(
                      String.class,
                      () -> {
                        throw new IllegalStateException("not derivable");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("not derivable");
    }
    assertThatThrownBy(
            () ->
                derivations.of(
                    Integer.class,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }
}
