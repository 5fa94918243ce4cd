package dev.asynclint.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which edits are applied together. */
class FixesTest {
  private static final String TEXT = "class A { int a; int b; }\n";

  @TempDir private Path folder;
  private final List<Finding> findings = new ArrayList<>();

  private void fix(FixSafety safety, Finding.Edit... edits) {
    findings.add(
        new Finding(
            "a-rule",
            Severity.INFO,
            Confidence.HIGH,
            Location.range("A.java", LineMap.of(TEXT), findings.size(), findings.size() + 1),
            "",
            "",
            List.of(),
            "",
            List.of(new Finding.Fix("Do", safety, List.of(edits)))));
  }

  private static Finding.Edit replace(String old, String text) {
    int start = TEXT.indexOf(old);
    return new Finding.Edit("A.java", start, start + old.length(), text);
  }

  private Fixes fixes(boolean unsafe) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), TEXT);
    List<Reported> reported = new ArrayList<>();
    findings.forEach(f -> reported.add(new Reported(f, Optional.empty(), "", "f" + f)));
    ScanResult result =
        new ScanResult(
            folder,
            RuleSet.of(List.of()),
            reported,
            List.of(),
            new Summary(1, 1, 0, 0, new FrontEnd.Resolution(0, 0), List.of(), 17, List.of()),
            List.of(),
            new Sources(List.of(new FrontEnd.Source(file, "A.java")), List.of()),
            List.of());
    return Fixes.of(result, unsafe, new JavaParserFrontEnd());
  }

  private String after(boolean unsafe) throws IOException {
    Fixes fixes = fixes(unsafe);
    return fixes.isEmpty() ? TEXT : fixes.files().get(0).after();
  }

  @Test
  void suggestionsAreAppliedWhenAskedFor() throws IOException {
    fix(FixSafety.SUGGESTED, replace("int a", "long a"));

    assertThat(after(false)).isEqualTo(TEXT);
    assertThat(after(true)).isEqualTo("class A { long a; int b; }\n");
  }

  @Test
  void sameEditOfTwoFindingsIsOne() throws IOException {
    Finding.Edit shared = new Finding.Edit("A.java", 0, 0, "import x.Y;\n");
    fix(FixSafety.SAFE, shared, replace("int a", "Y a"));
    fix(FixSafety.SAFE, shared, replace("int b", "Y b"));

    assertThat(after(false)).isEqualTo("import x.Y;\nclass A { Y a; Y b; }\n");
    assertThat(fixes(false).applied()).isEqualTo(2);
  }

  @Test
  void ofEditsThatOverlapTheFirstWins() throws IOException {
    fix(FixSafety.SAFE, replace("int a", "long a"));
    fix(FixSafety.SAFE, replace("a; int", "c; long"), replace("class", "interface"));
    fix(FixSafety.SAFE, replace("int a", "short a"));

    assertThat(after(false)).isEqualTo("class A { long a; int b; }\n");
    assertThat(fixes(false).left()).isEqualTo(2);
  }

  @Test
  void fileThatWouldNotParseIsLeftAlone() throws IOException {
    fix(FixSafety.SAFE, replace("int a", "long a"));
    fix(FixSafety.SAFE, replace("int b", "int ="));

    assertThat(fixes(false).isEmpty()).isTrue();
  }

  @Test
  void fileThatChangedMeanwhileIsNotWritten() throws IOException {
    fix(FixSafety.SAFE, replace("int a", "long a"));
    Fixes fixes = fixes(false);
    Files.writeString(folder.resolve("A.java"), "class Other {}\n");

    assertThat(org.assertj.core.api.Assertions.catchThrowable(fixes::write))
        .hasMessage("A.java has changed since it was read");
    assertThat(folder.resolve("A.java")).content().isEqualTo("class Other {}\n");
  }
}
