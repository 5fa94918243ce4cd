package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.knowledge.Effect.Flag;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What shipped knowledge says of the JDK's costs, it says by measurement. */
class CostKnowledgeTest {
  /** A question to the file system: it keeps the thread, but not for long. */
  private static final String METADATA = "metadata";

  @Test
  void whateverMayBlockOrNeedsTheProcessorCitesARowOrSaysWhyThereIsNone() {
    assertThat(
            jdk()
                .filter(CostKnowledgeTest::mayCost)
                .filter(member -> !cites(member) && !explains(member))
                .map(CostKnowledgeTest::text))
        .as("members without 'measured ROW' or 'unmeasured \"WHY\"'")
        .isEmpty();
  }

  @Test
  void onlyWhatMayCostCitesARow() {
    assertThat(
            KnowledgeFiles.shipped()
                .members()
                .filter(member -> cites(member) || explains(member))
                .filter(member -> !mayCost(member) || cites(member) && explains(member))
                .map(CostKnowledgeTest::text))
        .as("members that cite a row for nothing, or say too that there is none")
        .isEmpty();
  }

  private static Stream<Member> jdk() {
    return KnowledgeFiles.shipped().members().filter(JdkKnowledgeTest::isOfTheJdk);
  }

  private static boolean mayCost(Member member) {
    return member.has(Flag.COSTS_CPU)
        || member.effect(Effect.MaybeBlocks.class).isPresent()
        || member.effects(Effect.Blocks.class).anyMatch(one -> one.kind().equals(METADATA));
  }

  private static boolean cites(Member member) {
    return member.effect(Effect.Measured.class).isPresent();
  }

  private static boolean explains(Member member) {
    return member.effect(Effect.Unmeasured.class).isPresent();
  }

  private static String text(Member member) {
    return member.display() + "/" + member.arity();
  }
}
