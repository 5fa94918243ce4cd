package dev.asynclint.prove.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CostsTest {
  private final Costs costs = new Costs(System.getProperty("java.class.path"));

  @Test
  void theLeastOfEachNumberCounts() {
    Cost one = new Cost(10, 9, 8, 700, 60);
    Cost other = new Cost(12, 7, 8, 600, 50);

    assertThat(Cost.least(List.of(one, other))).isEqualTo(new Cost(10, 7, 8, 600, 50));
    assertThatThrownBy(() -> Cost.least(List.of())).hasMessage("there is no measurement");
  }

  @Test
  void waitingForAProcessorIsNoCostOfWhatComputes() {
    assertThat(new Cost(100, 10, 8, 700, 60).computing()).isEqualTo(new Cost(10, 10, 8, 700, 60));
    assertThat(new Cost(10, 11, 8, 700, 60).computing()).isEqualTo(new Cost(10, 11, 8, 700, 60));
    assertThat(Catalogue.computes(Catalogue.byId("prime-1024").orElseThrow())).isTrue();
    assertThat(Catalogue.computes(Catalogue.byId("sleep-1ms").orElseThrow())).isFalse();
  }

  @Test
  void whatAProcessPrintsIsRead() {
    Cost cost = new Cost(10, 9, 8, 700, 60);

    assertThat(Cost.parse(cost.line())).isEqualTo(cost);
    assertThatThrownBy(() -> Cost.parse("10 9")).hasMessage("no cost: 10 9");
  }

  @Test
  void idsAreWordsAndTextsFitIntoATable() {
    List<Call> all = Catalogue.all();

    assertThat(all).extracting(Call::id).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(call -> assertThat(call.id()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(all)
        .allSatisfy(call -> assertThat(call.call() + call.with()).matches("[^\\t\\n|]+"));
  }

  @Test
  void aCallIsMeasuredInProcessesOfItsOwn() throws InterruptedException {
    Costs.Outcome outcome = costs.measure(Catalogue.byId("resource-bundle").orElseThrow());

    assertThat(outcome.fault()).isEmpty();
    assertThat(outcome.cost()).isPresent();
  }

  @Test
  void aCallThatFailsIsTold() throws InterruptedException {
    Costs.Outcome outcome = costs.measure(new Call("none", "none", "", bench -> () -> null));

    assertThat(outcome.cost()).isEmpty();
    assertThat(outcome.fault()).endsWith("there is no call of that id");
  }
}
