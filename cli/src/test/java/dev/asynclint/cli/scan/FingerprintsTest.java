package dev.asynclint.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.identity.Fingerprints;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintsTest {
  private static final String CODE = "void f() {\n  call();\n  call();\n  other();\n}\n";

  @TempDir private Path folder;

  @Test
  void linesAboveAndIndentationDoNotChangeThem() throws IOException {
    String moved = "// new\n\n" + CODE.replace("  ", "\t\t");
    assertThat(fingerprints(moved, "rule", "A.f()")).isEqualTo(fingerprints(CODE, "rule", "A.f()"));
  }

  @Test
  void equalLinesAreNumbered() throws IOException {
    List<String> prints = fingerprints(CODE, "rule", "A.f()");
    assertThat(prints.get(0)).endsWith(":1");
    assertThat(prints.get(1)).isEqualTo(prints.get(0).replace(":1", ":2"));
  }

  @Test
  void ruleCallableAndLineTellThemApart() throws IOException {
    String one = fingerprints(CODE, "rule", "A.f()").get(0);
    assertThat(fingerprints(CODE, "rule", "A.g()").get(0)).isNotEqualTo(one);
    assertThat(fingerprints(CODE, "other", "A.f()").get(0)).isNotEqualTo(one);
    assertThat(fingerprints(CODE.replace("call()", "call(1)"), "rule", "A.f()").get(0))
        .isNotEqualTo(one);
  }

  @Test
  void closuresAreNamedByTheirMethod() throws IOException {
    Callable method = callable("A.f()", Callable.Kind.METHOD, 0, CODE.length());
    Callable lambda = callable("A.f()$1", Callable.Kind.LAMBDA, 10, 30);
    Fingerprints prints =
        new Fingerprints(List.of(unit(CODE, method, lambda)), sources(CODE)::line);
    assertThat(prints.callable(finding("rule", CODE, CODE.indexOf("call")))).isEqualTo("A.f()");
  }

  private List<String> fingerprints(String text, String rule, String callable) throws IOException {
    Fingerprints prints = new Fingerprints(List.of(unit(text)), sources(text)::line);
    List<String> all = new ArrayList<>();
    for (int at = text.indexOf("call"); at >= 0; at = text.indexOf("call", at + 1)) {
      all.add(prints.of(finding(rule, text, at), callable));
    }
    return all;
  }

  private Sources sources(String text) throws IOException {
    Path path = Files.writeString(folder.resolve("A.java"), text);
    return new Sources(List.of(new Source(path, "A.java")), List.of());
  }

  private static Unit unit(String text, Callable... callables) {
    return new Unit("A.java", List.of(), List.of(callables), List.of(), LineMap.of(text), true);
  }

  private static Callable callable(String id, Callable.Kind kind, int start, int end) {
    return new Callable(
        id,
        kind,
        "A",
        "f",
        List.of(),
        List.of(),
        Set.of(),
        "",
        List.of(),
        List.of(),
        "void",
        Op.Block.EMPTY,
        true,
        new Origin(start, end, start));
  }

  private static Finding finding(String rule, String text, int at) {
    return new Finding(
        rule,
        Severity.WARNING,
        Confidence.HIGH,
        Location.range("A.java", LineMap.of(text), at, at + 4),
        "'call' stalls",
        "",
        List.of(),
        "",
        List.of());
  }
}
