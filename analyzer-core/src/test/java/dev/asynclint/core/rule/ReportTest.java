package dev.asynclint.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Edit;
import dev.asynclint.core.facts.Place;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Step;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
  private static final Unit UNIT =
      new Unit("src/A.java", List.of(), List.of(), List.of(), LineMap.of("a();\nb();\n"), true);
  private static final Place PLACE = new Place(UNIT, new Origin(5, 8, 5), 1);

  private final Rule rule = new Sample();

  @Test
  void takesIdAndSeverityFromTheAnnotation() {
    Finding finding = Report.by(rule, PLACE).says("'%s' waits", "b").label("here").build();

    assertThat(finding.ruleId()).isEqualTo("sample-rule");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(finding.location()).isEqualTo(new Location("src/A.java", 5, 6, 2, 1, 2, 2));
    assertThat(finding.message()).isEqualTo("'b' waits");
    assertThat(finding.label()).isEqualTo("here");
    assertThat(finding.trace()).isEmpty();
    assertThat(finding.help()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "HIGH", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotSureIsNeverAnError(Confidence confidence) {
    assertThat(Report.by(rule, PLACE).confidence(confidence).build().severity())
        .isEqualTo(Severity.WARNING);
    assertThat(
            Report.by(rule, PLACE).atMost(Severity.INFO).confidence(confidence).build().severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void aLimitNeverRaisesASeverity() {
    Report report = Report.by(rule, PLACE).atMost(Severity.INFO);

    assertThat(report.atMost(Severity.ERROR).build().severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void keepsThePathInItsOrder() {
    Place entry = new Place(UNIT, new Origin(0, 3, 0), 1);

    Finding finding =
        Report.by(rule, PLACE)
            .path(List.of(new Step(entry, "calls b", 0), new Step(PLACE, "waits", 1)))
            .build();

    assertThat(finding.trace())
        .containsExactly(
            new Finding.Step(new Location("src/A.java", 0, 1, 1, 1, 1, 2), "calls b", 0),
            new Finding.Step(finding.location(), "waits", 1));
  }

  @Test
  void numbersReadTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(Report.by(rule, PLACE).says("%d bytes", 1024).build().message())
          .isEqualTo("1024 bytes");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFixIsAsSafeAsTheRuleSays() {
    Edit edit = new Edit(UNIT, 5, 6, "c");

    Finding finding = Report.by(rule, PLACE).fix("Call c", List.of(edit)).build();

    assertThat(finding.fixes())
        .containsExactly(
            new Finding.Fix(
                "Call c", FixSafety.SUGGESTED, List.of(new Finding.Edit("src/A.java", 5, 6, "c"))));
  }

  @Test
  void noEditsAreNoFix() {
    assertThat(Report.by(rule, PLACE).fix("Call c", List.of()).build().fixes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "SUGGESTED", mode = EnumSource.Mode.EXCLUDE)
  void aFixSaferThanPromisedIsRefused(FixSafety safety) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.by(rule, PLACE).fix("Call c", safety, List.of()))
        .withMessageContaining("sample-rule");
  }

  @Test
  void aRuleWithoutAnnotationIsRefused() {
    Rule bare = program -> Stream.empty();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.by(bare, PLACE))
        .withMessageContaining("@AsyncRule");
  }

  @AsyncRule(
      id = "sample-rule",
      family = Family.LOCKS,
      severity = Severity.ERROR,
      summary = "Sample",
      why = "",
      bad = "",
      good = "",
      whenNot = "",
      fix = FixSafety.SUGGESTED)
  private static final class Sample implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.empty();
    }
  }
}
