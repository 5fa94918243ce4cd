package dev.asynclint.errorprone.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Product;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the log against the schema of OASIS. */
class SarifSchemaTest {
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";
  private static final String TEXT = "1\n2\n3\n4\n lock();\n";
  private static final Location HERE = new Location("shop/Größe 1.java", 9, 13, 5, 3, 5, 7);

  @TempDir private Path folder;

  private String log() throws IOException {
    List<Rule> rules =
        ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get).toList();
    Finding.Edit edit = new Finding.Edit(HERE.file(), 9, 13, "done");
    Finding finding =
        new Finding(
            "blocking-wait-in-async",
            Severity.INFO,
            Confidence.MEDIUM,
            HERE,
            "says \"so\" \\ here\u0007\ud800",
            "waits",
            List.of(new Finding.Step(HERE, "starts here", 0)),
            "use\n  something else",
            List.of(new Finding.Fix("Mend it", FixSafety.SAFE, List.of(edit))));
    Path file = folder.resolve("a/report.sarif");
    Unit unit = new Unit(HERE.file(), List.of(), List.of(), List.of(), LineMap.of(TEXT), true);
    Particulars particulars = new Particulars();
    particulars.add(List.of(unit), List.of(finding), name -> TEXT);
    new SarifFile(file).write(rules, List.of(finding), particulars);
    new SarifFile(file).write(rules, List.of(finding), particulars);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    return Files.readString(file);
  }

  @Test
  void logIsValid() throws IOException {
    assertThat(faults(log())).isEmpty();
  }

  @Test
  void schemaFindsFaults() throws IOException {
    assertThat(faults(log().replace("\"startLine\": 5", "\"startLine\": 0"))).isNotEmpty();
  }

  @Test
  void logSaysWhatStaysAndWhatMends() throws IOException {
    assertThat(log())
        .contains("\"primaryLocationLineHash\": ", "\"asynclint/v1\": ")
        .contains("\"text\": \"Mend it.\"", "\"deletedRegion\": ", "\"text\": \"done\"");
  }

  @Test
  void rulesAreDescribedAsInAScan() throws IOException {
    assertThat(log())
        .contains("\"informationUri\": \"" + Product.ADDRESS + "\"")
        .contains("\"name\": \"BlockingWaitInAsync\"", "\"precision\": \"medium\"")
        .contains("\"markdown\": \"# blocking-wait-in-async\\n\\n")
        .contains("## Configuration\\n\\nSet its severity with `-Xep:BlockingWaitInAsync:OFF`");
  }

  @Test
  void textIsEscaped() throws IOException {
    assertThat(log())
        .contains("says \\\"so\\\" \\\\ here\\u0007\\ud800. Help: use something else.")
        .contains("\"uri\": \"shop/Gr%C3%B6%C3%9Fe%201.java\"");
  }

  private static Set<ValidationMessage> faults(String log) throws IOException {
    try (InputStream in = SarifSchemaTest.class.getResourceAsStream(SCHEMA)) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(
                  in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      return schema.validate(log, InputFormat.JSON);
    }
  }
}
