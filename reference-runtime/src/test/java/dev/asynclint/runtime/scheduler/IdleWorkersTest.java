package dev.asynclint.runtime.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleWorkersTest {
  @Test
  void nobodyIsWokenWhileAllAreAwake() {
    IdleWorkers idle = new IdleWorkers(2);
    assertThat(idle.toNotify()).isEqualTo(-1);
  }

  @Test
  void theLastAsleepIsWokenFirst() {
    IdleWorkers idle = new IdleWorkers(3);
    idle.sleep(2, false);
    idle.sleep(0, false);
    assertThat(idle.toNotify()).isZero();
    idle.found();
    assertThat(idle.toNotify()).isEqualTo(2);
  }

  @Test
  void nobodyIsWokenWhileSomebodySearches() {
    IdleWorkers idle = new IdleWorkers(3);
    idle.sleep(0, false);
    assertThat(idle.search()).isTrue();
    assertThat(idle.toNotify()).isEqualTo(-1);
    assertThat(idle.found()).isTrue();
    assertThat(idle.toNotify()).isZero();
  }

  @Test
  void fewerThanHalfMaySearchBeforeAnotherDoes() {
    IdleWorkers idle = new IdleWorkers(4);
    assertThat(idle.search()).isTrue();
    assertThat(idle.search()).isTrue();
    assertThat(idle.search()).isFalse();
    idle.found();
    assertThat(idle.search()).isTrue();
  }

  @Test
  void onlyTheLastThatSearchedIsTold() {
    IdleWorkers idle = new IdleWorkers(4);
    idle.search();
    idle.search();
    assertThat(idle.sleep(0, true)).isFalse();
    assertThat(idle.sleep(1, true)).isTrue();
    idle.search();
    idle.search();
    assertThat(idle.found()).isFalse();
    assertThat(idle.found()).isTrue();
  }

  @Test
  void aWorkerThatWakesItselfIsListedNoMore() {
    IdleWorkers idle = new IdleWorkers(2);
    idle.sleep(0, false);
    idle.sleep(1, false);
    assertThat(idle.isAsleep(0)).isTrue();
    assertThat(idle.wake(0)).isTrue();
    assertThat(idle.wake(0)).isFalse();
    assertThat(idle.isAsleep(0)).isFalse();
    assertThat(idle.toNotify()).isEqualTo(1);
  }
}
