package dev.asynclint.core.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements about findings; each {@code stall()} of a text is one finding of a rule. */
class SuppressorTest {
  private static final String FILE = "A.java";

  private static Suppressor.Outcome apply(String text) {
    return apply(text, true);
  }

  private static Suppressor.Outcome apply(String text, boolean reports) {
    List<Finding> findings = new ArrayList<>();
    for (int at = text.indexOf("stall()"); at >= 0; at = text.indexOf("stall()", at + 1)) {
      findings.add(
          new Finding(
              "stall-it",
              Severity.WARNING,
              Confidence.HIGH,
              Location.range(FILE, LineMap.of(text), at, at + 5),
              "stalls",
              "",
              List.of(),
              "",
              List.of()));
    }
    return new Suppressor(List.of(new Stall(), new Nap()))
        .apply(findings, List.of(FILE), file -> text, (rule, file) -> reports);
  }

  @Test
  void familyIsNoRule() {
    assertThat(apply("stall(); // asynclint: ignore blocking -- so").unused())
        .extracting(Finding::message)
        .containsExactly("'blocking' is a family; name those of its rules that are meant");
  }

  @Test
  void whatTheProgramAllowsElsewhereIsMeant() {
    Finding allowed =
        new Finding(
            "stall-it",
            Severity.WARNING,
            Confidence.HIGH,
            Location.range(FILE, LineMap.of("stall()"), 0, 5),
            "stalls",
            "",
            List.of(),
            "",
            List.of(),
            "allowed in Setup.java:3");
    Suppressor.Outcome outcome =
        new Suppressor(List.of(new Stall()))
            .apply(List.of(allowed), List.of(FILE), file -> "stall()", (rule, file) -> true);

    assertThat(outcome.kept()).isEmpty();
    assertThat(outcome.suppressed())
        .containsExactly(new Suppressor.Suppressed(allowed, "allowed in Setup.java:3"));
    assertThat(allowed.with(Severity.INFO).meant()).isEqualTo("allowed in Setup.java:3");
  }

  private static String fixed(String text) {
    String mended = text;
    List<Finding> unused = apply(text).unused();
    for (int i = unused.size() - 1; i >= 0; i--) {
      for (Finding.Fix fix : unused.get(i).fixes()) {
        Finding.Edit edit = fix.edits().get(0);
        mended = mended.substring(0, edit.start()) + edit.text() + mended.substring(edit.end());
      }
    }
    return mended;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stall(); // asynclint: ignore stall-it -- it is short",
        "stall(); //asynclint:ignore stall-it -- it is short",
        "// asynclint: ignore stall-it -- it is short\nstall();",
        "// asynclint: ignore stall-it -- it is short\n// and more\n\n  stall();",
        "// asynclint: ignore nap-it, stall-it -- it is short\nstall();",
        "// asynclint: ignore stall-it -- it is short\n// asynclint: ignore nap-it -- so\nstall();"
      })
  void commentsHoldForTheirLineOrTheNextLineOfCode(String text) {
    Suppressor.Outcome outcome = apply(text);

    assertThat(outcome.kept()).isEmpty();
    assertThat(outcome.suppressed())
        .singleElement()
        .extracting(Suppressor.Suppressed::reason)
        .isEqualTo("it is short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stall();\n// asynclint: ignore stall-it -- below",
        "// asynclint: ignore stall-it -- the next line\nrun();\nstall();",
        "run(); // asynclint: ignore stall-it -- this line\nstall();",
        "/* asynclint: ignore stall-it -- no such comment */ stall();",
        "String s = \"// asynclint: ignore stall-it -- text\"; stall();",
        "// asynclint: ignore nap-it -- another rule\nstall();",
        "// asynclint: ignore stall-it\nstall();",
        "// asynclint: ignore stall-it --\nstall();",
        "@SuppressWarnings(\"asynclint:nap-it\") void f() { stall(); }",
        "@SuppressWarnings(\"stall-it\") void f() { stall(); }",
        "@SuppressWarnings(\"asynclint:stall-it\") int x;\nvoid f() { stall(); }",
        "@SuppressWarnings(\"asynclint:stall-it\") void g() {}\nvoid f() { stall(); }",
        "void f(@SuppressWarnings(\"asynclint:stall-it\") int x) { stall(); }",
        "enum E { @SuppressWarnings(\"asynclint:stall-it\") A, B(stall()) }",
        "@Other(\"asynclint:stall-it\") void f() { stall(); }"
      })
  void whatIsSaidElsewhereDoesNotHold(String text) {
    assertThat(apply(text).kept()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"asynclint:stall-it\") void f() { if (x) { } stall(); }",
        "@SuppressWarnings(\"StallIt\") class A { int x; void f() { stall(); } }",
        "@java.lang.SuppressWarnings({\"unused\", \"asynclint:stall-it\"}) int f() { stall(); }",
        "@SuppressWarnings(value = {\"StallIt\"}) @Other({A, B}) public int f() { stall(); }",
        "@SuppressWarnings(\"StallIt\") final Map<A, B> x = new HashMap<A, B>() {{ stall(); }};",
        "@SuppressWarnings(\"StallIt\") Runnable r = () -> { run(); stall(); };",
        "@SuppressWarnings(\"StallIt\") <T extends C<A, B>> T f(int a, int b) { stall(); }",
        "@SuppressWarnings(\"StallIt\") int x = a < b ? 1 : stall();",
        "f(@SuppressWarnings(\"StallIt\") (a, b) -> stall())",
        "enum E { @SuppressWarnings(\"StallIt\") A(1) { int x = stall(); }, B }",
        "@SuppressWarnings(\"StallIt\") @interface A { int x() default stall(); }",
        "@SuppressWarnings(\"StallIt\") void f() { char c = '}'; String s = \"}\"; stall(); }"
      })
  void annotationsHoldForTheirDeclaration(String text) {
    assertThat(apply(text).kept()).isEmpty();
    assertThat(apply(text).unused()).isEmpty();
  }

  @Test
  void whatIgnoresNothingIsToldWhereTheRuleCouldReport() {
    String text = "// asynclint: ignore stall-it, nap-it -- so\nrun();\n";

    assertThat(apply(text).unused())
        .hasSize(2)
        .allMatch(finding -> finding.ruleId().equals("unused-suppression"))
        .allMatch(finding -> finding.severity() == Severity.INFO)
        .first()
        .satisfies(finding -> assertThat(finding.location().startColumn()).isEqualTo(22));
    assertThat(apply(text, false).unused()).isEmpty();
  }

  @Test
  void ofTwoThatHoldNoneIsUnused() {
    String text =
        "@SuppressWarnings(\"StallIt\") void f() {\n"
            + "  stall(); // asynclint: ignore stall-it -- it is short\n}";

    assertThat(apply(text).unused()).isEmpty();
    assertThat(apply(text).suppressed().get(0).reason()).isEqualTo("it is short");
  }

  @Test
  void whatCannotBeFollowedIsTold() {
    assertThat(apply("// asynclint: ignore stall-it\n").unused())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("this comment gives no reason and hides nothing");
    assertThat(apply("// asynclint: ingore stall-it -- so\n").unused().get(0).message())
        .isEqualTo("'ingore' is nothing asynclint can be told; did you mean 'ignore'?");
    assertThat(apply("// asynclint: ignore -- so\n").unused().get(0).message())
        .startsWith("this comment names no rule");
    assertThat(apply("// asynclint: ignore stal-it -- so\n").unused().get(0).message())
        .isEqualTo("there is no rule 'stal-it'; did you mean 'stall-it'?");
    assertThat(apply("// asynclint:\n").unused()).hasSize(1);
    assertThat(apply("@SuppressWarnings(\"asynclint:zoo\") int x;").unused().get(0).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void commentsThatDoNotSpeakToUsAreLeftAlone() {
    assertThat(apply("// asynclint is nice\n// see asynclint: it is\n").unused()).isEmpty();
  }

  @Test
  void fixesTakeOutWhatIgnoresNothing() {
    assertThat(fixed("  // asynclint: ignore nap-it -- so\n  run();\n")).isEqualTo("  run();\n");
    assertThat(fixed("run(); // asynclint: ignore nap-it -- so\r\nx();"))
        .isEqualTo("run();\r\nx();");
    assertThat(fixed("// asynclint: ignore nap-it, stall-it -- so\nstall();"))
        .isEqualTo("// asynclint: ignore stall-it -- so\nstall();");
    assertThat(fixed("// asynclint: ignore stall-it, nap-it -- so\nstall();"))
        .isEqualTo("// asynclint: ignore stall-it -- so\nstall();");
    assertThat(fixed("class A {\n  @SuppressWarnings(\"NapIt\")\n  int x;\n}\n"))
        .isEqualTo("class A {\n  int x;\n}\n");
    assertThat(fixed("@SuppressWarnings({\"NapIt\"}) int x;")).isEqualTo("int x;");
    assertThat(fixed("@SuppressWarnings({\"unused\", \"NapIt\"}) int x;"))
        .isEqualTo("@SuppressWarnings({\"unused\"}) int x;");
    assertThat(fixed("@SuppressWarnings({\"NapIt\", \"unused\"}) int x;"))
        .isEqualTo("@SuppressWarnings({\"unused\"}) int x;");
    assertThat(fixed("@SuppressWarnings(value = \"NapIt\") int x;")).isEqualTo("int x;");
  }

  @Test
  void examplesAreFound() {
    AsyncRule about = UnusedSuppression.class.getAnnotation(AsyncRule.class);

    assertThat(apply(about.bad()).unused())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(about.bad().lines().toList().get(finding.location().startLine() - 1))
                    .endsWith("// expect: " + about.id()));
    assertThat(apply(about.good()).unused()).isEmpty();
  }

  @Test
  void textsThatDoNotEndAreRead() {
    for (String text :
        List.of(
            "@SuppressWarnings(\"StallIt",
            "@SuppressWarnings(\"StallIt\"",
            "@SuppressWarnings(\"StallIt\")",
            "@SuppressWarnings(\"StallIt\") class A {",
            "@SuppressWarnings(",
            "/* asynclint",
            "\"\"\" asynclint",
            "'",
            "@a.SuppressWarnings(\"\"\"\nStallIt\"\"\"",
            "// asynclint: ignore stall-it -- so")) {
      assertThat(apply(text).kept()).as(text).isEmpty();
    }
  }

  @AsyncRule(
      id = "stall-it",
      family = Family.BLOCKING,
      severity = Severity.WARNING,
      summary = "",
      why = "",
      bad = "",
      good = "",
      whenNot = "")
  private static final class Stall implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.empty();
    }
  }

  @AsyncRule(
      id = "nap-it",
      family = Family.BLOCKING,
      severity = Severity.WARNING,
      summary = "",
      why = "",
      bad = "",
      good = "",
      whenNot = "")
  private static final class Nap implements Rule {
    @Override
    public Stream<Finding> check(Program program) {
      return Stream.empty();
    }
  }
}
