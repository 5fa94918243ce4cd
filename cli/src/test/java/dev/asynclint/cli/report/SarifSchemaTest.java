package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the log against the schema of OASIS, which comes with the model of SARIF. */
final class SarifSchemaTest {
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

  @TempDir private Path folder;

  @Test
  void logIsValid() throws IOException {
    assertThat(faults(sarif())).isEmpty();
  }

  @Test
  void schemaFindsFaults() throws IOException {
    assertThat(faults(sarif().replace("\"startLine\": 5", "\"startLine\": 0"))).isNotEmpty();
  }

  private String sarif() {
    return Sample.written(new SarifReport(1, notice -> {}), Sample.in(folder));
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
