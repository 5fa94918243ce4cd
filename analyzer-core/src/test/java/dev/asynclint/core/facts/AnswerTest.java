package dev.asynclint.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

  static Stream<Arguments> pairs() {
    return Arrays.stream(Answer.values())
        .flatMap(a -> Arrays.stream(Answer.values()).map(b -> Arguments.of(a, b)));
  }

  /** Kleene's logic in one sentence: decided when it comes out the same whatever is unknown. */
  @ParameterizedTest
  @MethodSource("pairs")
  void isDecidedWhenAllCompletionsAgree(Answer a, Answer b) {
    assertThat(a.and(b)).isEqualTo(agreed(completed(a, b, true)));
    assertThat(a.or(b)).isEqualTo(agreed(completed(a, b, false)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void negationTurnsAndIntoOr(Answer a, Answer b) {
    assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
    assertThat(a.not().not()).isEqualTo(a);
  }

  @ParameterizedTest
  @EnumSource
  void onlyYesIsCertain(Answer answer) {
    assertThat(answer.certain()).isEqualTo(answer == Answer.YES);
  }

  @Test
  void theOppositeOfADecidedAnswerIsDecided() {
    assertThat(Answer.of(true)).isEqualTo(Answer.YES);
    assertThat(Answer.of(false)).isEqualTo(Answer.NO);
    assertThat(Answer.YES.not()).isEqualTo(Answer.NO);
    assertThat(Answer.UNKNOWN.not()).isEqualTo(Answer.UNKNOWN);
  }

  private static Set<Boolean> completed(Answer a, Answer b, boolean conjunction) {
    return completions(a)
        .flatMap(x -> completions(b).map(y -> conjunction ? x && y : x || y))
        .collect(Collectors.toSet());
  }

  private static Stream<Boolean> completions(Answer answer) {
    return switch (answer) {
      case YES -> Stream.of(true);
      case NO -> Stream.of(false);
      case UNKNOWN -> Stream.of(true, false);
    };
  }

  private static Answer agreed(Set<Boolean> outcomes) {
    return outcomes.size() > 1 ? Answer.UNKNOWN : Answer.of(outcomes.contains(true));
  }
}
