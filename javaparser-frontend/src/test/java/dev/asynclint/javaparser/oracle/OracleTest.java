package dev.asynclint.javaparser.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.javaparser.oracle.Site.Construct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleTest {
  private static final String SOURCE =
      """
      import java.util.*;
      class A {
        final List<String> names = new ArrayList<>();
        <T extends Comparable<T>> void go(T one, no.Such other) {
          names.stream().map(String::trim).forEach(name -> name.isEmpty());
          String.valueOf(1);
          go(one, other);
          one.compareTo(one);
          other.gone();
          class Local { void inner() { inner(); } }
        }
      }
      """;

  @TempDir Path temp;

  @Test
  void javacTellsWhatCallsMean() throws IOException {
    Path file = Files.writeString(temp.resolve("A.java"), SOURCE);
    JavacTruth.Answers truth = JavacTruth.of(Map.of(file, "A.java"), List.of());
    assertThat(truth.sites())
        .extracting(
            Site::construct,
            Site::inLambda,
            Site::owner,
            Site::name,
            Site::parameters,
            Site::receiver)
        .contains(
            tuple(
                Construct.CREATION,
                false,
                "java.util.ArrayList",
                "<init>",
                "()",
                "java.util.ArrayList"),
            tuple(Construct.PLAIN, false, "java.util.Collection", "stream", "()", "java.util.List"),
            tuple(
                Construct.CHAIN,
                false,
                "java.util.stream.Stream",
                "map",
                "(java.util.function.Function)",
                "java.util.stream.Stream"),
            tuple(Construct.REFERENCE, false, "java.lang.String", "trim", "()", "java.lang.String"),
            tuple(Construct.PLAIN, true, "java.lang.String", "isEmpty", "()", "java.lang.String"),
            tuple(
                Construct.STATIC,
                false,
                "java.lang.String",
                "valueOf",
                "(int)",
                "java.lang.String"),
            tuple(
                Construct.PLAIN,
                false,
                "java.lang.Comparable",
                "compareTo",
                "(java.lang.Object)",
                "java.lang.Comparable"),
            tuple(Construct.UNQUALIFIED, false, Site.LOCAL, "inner", "()", Site.LOCAL));
    assertThat(truth.unresolved()).isPositive();
    assertThat(truth.sites())
        .allSatisfy(
            site ->
                assertThat(SOURCE.substring(site.anchor()))
                    .startsWith(
                        switch (site.construct()) {
                          case CREATION -> "ArrayList";
                          case REFERENCE -> "::";
                          default -> site.name();
                        }));
  }

  @Test
  void scoresTellRightFromWrongFromUnknown() {
    Site site = new Site("A", 0, Construct.PLAIN, false, "p.Owner", "go", "(int)", "p.Sub");
    Target.Known right = new Target.Known("p.Owner", "go", 1, "(int)", "p.Sub", false);
    Target.Known vague = new Target.Known("p.Owner", "go", 1, "", "p.Owner", false);
    Target.Known other = new Target.Known("p.Owner", "go", 1, "(long)", "p.Sub", false);
    Target.Known elsewhere = new Target.Known("p.Sub", "go", 1, "(int)", "p.Sub", false);
    assertThat(Score.ofTarget(site, right, true)).isEqualTo(Score.RIGHT);
    assertThat(Score.ofTarget(site, vague, true)).isEqualTo(Score.RIGHT);
    assertThat(Score.ofReceiver(site, vague)).isEqualTo(Score.WRONG);
    assertThat(Score.ofTarget(site, other, true)).isEqualTo(Score.WRONG);
    assertThat(Score.ofTarget(site, elsewhere, true)).isEqualTo(Score.WRONG);
    assertThat(Score.ofTarget(site, new Target.OneOf(List.of(elsewhere, right)), true))
        .isEqualTo(Score.RIGHT);
    assertThat(Score.ofTarget(site, elsewhere, false)).isEqualTo(Score.RIGHT);
    Target.Known partly = new Target.Known("p.Owner", "go", 1, "(?)", "p.Sub", false);
    assertThat(Score.ofTarget(site, partly, true)).isEqualTo(Score.RIGHT);
    Target.Unknown unknown = new Target.Unknown("go", 1, "p.Sub");
    assertThat(Score.ofTarget(site, unknown, true)).isEqualTo(Score.UNKNOWN);
    assertThat(Score.ofReceiver(site, unknown)).isEqualTo(Score.RIGHT);
    assertThat(Score.ofReceiver(site, new Target.Unknown("go", 1, Types.UNKNOWN)))
        .isEqualTo(Score.UNKNOWN);
  }
}
